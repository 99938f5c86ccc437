import faithful from '../../../assets/tables/faithful.csv?url';
import iris from '../../../assets/tables/iris.csv?url';
import penguins from '../../../assets/tables/penguins.csv?url';
import wine from '../../../assets/tables/wine.csv?url';
import type { SampleName } from './sample-names.ts';

/** The supplied tables: what each is, and where its file lies. */
export const samples: Readonly<Record<SampleName, { readonly label: string; readonly address: string }>> = {
  penguins: { label: 'Penguins: 342 of three species', address: penguins },
  iris: { label: 'Iris: 150 flowers of three species', address: iris },
  wine: { label: 'Wine: 178 of three cultivars', address: wine },
  faithful: { label: 'Old Faithful: 272 eruptions', address: faithful },
};
