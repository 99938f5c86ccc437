import { mergeConfig } from 'vitest/config';
import { packageTests } from '../../vitest.base.ts';
import { workerDefinition } from './bundle-worker.ts';

export default mergeConfig(packageTests('parallel'), { define: await workerDefinition() });
