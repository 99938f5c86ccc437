#!/usr/bin/env node
import { runOnProcess } from '../dist/main.js';

await runOnProcess();
