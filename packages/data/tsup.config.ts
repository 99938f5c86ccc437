import { packageConfig } from '../../tsup.base.ts';

// The files that need the CSV parser and valibot are entries of their own, so that bundlers drop them, library and
// all, when they are not used.
export default packageConfig(['src/index.ts', 'src/table/split-records.ts', 'src/model/model-schema.ts']);
