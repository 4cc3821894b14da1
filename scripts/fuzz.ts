/**
 * `npm run fuzz -- [options]`: hostile strings through the gate that all foreign text passes. None may
 * make it throw, leave anything that controls a terminal, change in a second cleaning or have another
 * width than was counted; and no text may take more than its length. Ends with 1 where one does.
 */
import process from 'node:process';
import {parseArgs} from 'node:util';
import {cleanText} from '../source/format/sanitise.ts';
import {faultsOf} from './lib/gate-faults.ts';
import {growthOf} from './lib/growth.ts';
import {describeMachine, loadAverage} from './lib/machine.ts';
import {rollOf} from './lib/roll.ts';
import {growingPieces, spitefulText} from './lib/spiteful-text.ts';

const usage = `npm run fuzz -- [options]
  --count N   strings (1000000)
  --seed N    which ones (1)
  --from N    the first of them, to see one again (0)`;

const {values} = parseArgs({
	options: {
		count: {type: 'string', default: '1000000'},
		seed: {type: 'string', default: '1'},
		from: {type: 'string', default: '0'},
		help: {type: 'boolean', default: false},
	},
});

const mostTold = 10;
const aimMicros = 2;

const batch = 1000;

const fuzz = (seed: number, from: number, count: number): number => {
	let [faulty, characters, micros] = [0, 0, 0];
	for (let first = from; first < from + count; first += batch) {
		const texts = Array.from({length: Math.min(batch, from + count - first)}, (_, index) =>
			spitefulText(rollOf(seed, first + index)),
		);
		// Of this thread alone: the machine may do other things, and the checks below leave garbage.
		const before = process.threadCpuUsage();
		for (const text of texts) cleanText(text);
		const {user, system} = process.threadCpuUsage(before);
		micros += user + system;
		for (const [index, text] of texts.entries()) {
			characters += text.length;
			const faults = faultsOf(text);
			if (faults.length === 0) continue;
			faulty++;
			if (faulty > mostTold) continue;
			console.log(`--seed ${seed} --from ${first + index} --count 1: ${faults.join(', ')}`);
			console.log(`  ${JSON.stringify(text).slice(0, 200)}`);
		}
	}
	const each = (micros / characters) * 100;
	console.log(
		`${count} strings, ${characters} characters: ${faulty} faulty, ${each.toFixed(2)} µs for 100 of them (aim ${aimMicros})`,
	);
	return faulty;
};

/** A text four times as long may take four times as long, and on a busy machine twice that. */
const mostGrowth = 8;

const grow = (): number => {
	const pairs = growingPieces.flatMap(first => ['', 'a', '\u001b'].map(second => first + second));
	const found = pairs.map(piece => ({piece, ...growthOf(piece, cleanText)}));
	const worst = found.toSorted((a, b) => b.factor - a.factor).slice(0, 3);
	for (const {piece, factor, millis} of worst)
		console.log(
			`  ${JSON.stringify(piece).padEnd(24)} four times as long: ${factor.toFixed(1)} times the time, ${millis.toFixed(0)} ms a megabyte`,
		);
	return found.filter(({factor}) => factor > mostGrowth).length;
};

if (values.help) console.log(usage);
else {
	console.log(`${describeMachine()}, load average ${loadAverage().toFixed(1)}`);
	const faulty = fuzz(Number(values.seed), Number(values.from), Number(values.count));
	console.log('a megabyte of the same pieces, the three that grow most:');
	const growing = grow();
	process.exitCode = faulty + growing > 0 ? 1 : 0;
}
