export { expPairs, logPairs } from './elementary';
