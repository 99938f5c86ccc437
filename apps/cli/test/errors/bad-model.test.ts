import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { scratch } from '../scratch.ts';

const files = scratch();
const data = files.write('data.csv', 'x,y\n1,2\n3,4\n');

const good = {
  format: 'gaussmix-mixture',
  version: 1,
  columns: ['x', 'y'],
  transforms: [],
  structure: 'full',
  components: [
    {
      weight: 0.25,
      mean: [1, 2],
      covariance: {
        kind: 'dense',
        matrix: [
          [2, 1],
          [1, 3],
        ],
      },
    },
    { weight: 0.75, mean: [5, 6], covariance: { kind: 'diagonal', variances: [1, 4] } },
  ],
};

/** What is wrong, the text of the model, and what must be said, with FILE for its path. */
const faults: readonly { title: string; text: string; message: string; args?: readonly string[] }[] = [
  {
    title: 'an empty file',
    text: '',
    message: 'FILE: must be complete JSON, got an empty file. It was cut short: copy it or write it again.',
  },
  {
    title: 'a file that was cut short',
    text: '{\n  "format": "gaussmix-mixture",\n  "vers',
    message:
      'FILE: must be complete JSON, got its end in line 3, column 8. It was cut short: copy it or write it again.',
  },
  {
    title: 'another version',
    text: JSON.stringify({ ...good, version: 7 }),
    message:
      'FILE: must have format "gaussmix-mixture", version 1, got format "gaussmix-mixture", version 7. ' +
      'Read it with a release of gaussmix that knows this version, or fit the model again.',
  },
  {
    title: 'another format',
    text: '{"format":"pickle","version":1}',
    message:
      'FILE: must have format "gaussmix-mixture", version 1, got format "pickle", version 1. Is it a model written by gaussmix?',
  },
  {
    title: 'weights that do not sum to one',
    text: JSON.stringify({ ...good, components: good.components.map((each) => ({ ...each, weight: 0.75 })) }),
    message: 'FILE: weights must sum to 1, got 1.5. Divide each of them by their sum.',
  },
  {
    title: 'a covariance that is not positive definite',
    text: JSON.stringify(good).replace('[[2,1],[1,3]]', '[[2,4],[4,3]]'),
    message:
      'FILE, component 1 of 2: covariance.matrix must be positive definite, got one that fails at row 2 of 2. ' +
      'Was it rounded, or edited?',
  },
  {
    title: 'a variance that is not positive',
    text: JSON.stringify(good).replace('[1,4]', '[1,-4]'),
    message: 'FILE, component 2 of 2: covariance.variances[1] must be positive, got -4.',
  },
  {
    title: 'a key that could harm',
    text: JSON.stringify(good).replace('"weight":0.25', '"weight":0.25,"__proto__":{"polluted":1}'),
    message:
      'FILE: must have no key "__proto__", got one in components[0]. Do not use this file: no model has such a key.',
  },
  {
    title: 'more numbers than allowed',
    text: JSON.stringify(good),
    args: ['--max-numbers', '12'],
    message:
      'FILE: must have at most 12 numbers, got more. If you trust it, raise the limit with --max-numbers.',
  },
];

describe('a model that cannot be used ends with 1 and says where, what must hold, what came and what to try', () => {
  for (const { title, text, message, args = [] } of faults) {
    const file = files.write(`${title.replaceAll(' ', '-')}.json`, text);
    const stderr = `gaussmix: ${message.replaceAll('FILE', file)}\n`;
    const commands = [
      ['predict', file, data],
      ['score', file, data],
      ['sample', file],
      ['describe', file],
    ];
    for (const command of commands) {
      it(`${title}: ${command[0]}`, async () => {
        expect(await runCli([...command, ...args])).toEqual({ code: 1, stdout: '', stderr });
      });
    }

    it(`${title}: fit --initial`, async () => {
      expect(await runCli(['fit', data, '--initial', file, ...args])).toEqual({
        code: 1,
        stdout: '',
        stderr,
      });
    });
  }

  it('reads more numbers when told to', async () => {
    const file = files.write('good.json', JSON.stringify(good));
    const { code } = await runCli(['predict', file, data, '--max-numbers', '13']);
    expect(code).toBe(0);
  });
});

describe('a model to start from that does not go with the data', () => {
  const file = files.write('start.json', JSON.stringify(good));

  it('must have the columns to be fitted', async () => {
    const wide = files.write('wide.csv', 'x,z,y2\n1,2,3\n3,4,9\n5,6,1\n2,8,1\n4,4,4\n');
    const { code, stderr } = await runCli(['fit', wide, '--initial', file]);
    expect(stderr).toBe(
      `gaussmix: ${file}: must have the columns to be fitted (x, z, y2), got x, y. ` +
        'Choose its columns, in its order, with --columns.\n',
    );
    expect(code).toBe(1);
  });

  it('must have been fitted in the same coordinates', async () => {
    const transformed = files.write(
      'pca.json',
      JSON.stringify({
        ...good,
        transforms: [
          {
            kind: 'pca',
            mean: [0, 0],
            components: [
              [1, 0],
              [0, 1],
            ],
            variances: [2, 1],
          },
        ],
      }),
    );
    const rows = files.write('rows.csv', 'x,y\n1,2\n3,4\n5,7\n2,8\n4,3\n');
    const other = await runCli(['fit', rows, '--initial', transformed, '--pca', '2']);
    expect(other).toEqual({
      code: 1,
      stdout: '',
      stderr:
        `gaussmix: ${transformed}: transforms must be those of this fit (pca), got pca of other data. ` +
        'Use the data and options it was fitted with, or a model without transforms.\n',
    });
    const none = await runCli(['fit', rows, '--initial', transformed]);
    expect(none).toEqual({
      code: 1,
      stdout: '',
      stderr:
        `gaussmix: ${transformed}: transforms must be those of this fit (none), got pca of other data. ` +
        'Use the data and options it was fitted with, or a model without transforms.\n',
    });
  });
});
