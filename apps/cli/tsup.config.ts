import { packageConfig } from '../../tsup.base.ts';

export default packageConfig(['src/main.ts'], { format: ['esm'], dts: false });
