import { packageConfig } from '../../tsup.base.ts';

// The file that needs the CSV parser is an entry of its own, so that bundlers drop it, parser and all, when unused.
export default packageConfig(['src/index.ts', 'src/table/split-records.ts']);
