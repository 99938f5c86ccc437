// What the page of content-security-policy.test.ts runs: a fit with defaults, whose answer goes to the title.
import { simdKernels } from '@gaussmix/kernels/simd';
import { bitsOfFit, rows } from './fit-in-page.ts';

const blocked: string[] = [];
document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blocked.push(blockedURI));
const { form } = simdKernels();
const bits = bitsOfFit(rows);
// Violations are told after the script has run.
setTimeout(() => {
  document.title = JSON.stringify({ form, bits, blocked });
});
