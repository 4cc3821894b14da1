/** Plays one plan, read from the file that is named, and tells its parent how far it is and how it ended. */
import {readFileSync} from 'node:fs';
import {dice} from '../helpers/dice.ts';
import type {Plan} from './step.ts';
import {VirtualTime} from './virtual-time.ts';

process.once('disconnect', () => process.exit(1));
const [, , file = ''] = process.argv;
const plan: Plan = JSON.parse(readFileSync(file, 'utf8'));
const roll = dice(plan.seed + 1_000_000);
Math.random = () => roll(2 ** 31) / 2 ** 31;
const time = new VirtualTime(Date.UTC(2026, 10, 23, 10, 42, 7));
time.install();
// React and Ink keep what they find of timers when they are loaded.
const {playChaos} = await import('./chaos.ts');
const outcome = await playChaos(plan, time, step => process.send?.({step}));
process.send?.({outcome}, () => process.exit(0));
