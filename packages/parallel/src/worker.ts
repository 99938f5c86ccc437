import { ownPort } from './worker/own-port.ts';
import { serve } from './worker/serve.ts';

serve(ownPort());
