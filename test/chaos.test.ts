import {mkdtemp, rm} from 'node:fs/promises';
import {get} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {parseRules} from '../source/demo/faults/parse.ts';
import {selectRows} from '../source/store/select-rows.ts';
import {Screen} from '../source/view/canvas/screen.ts';
import {beyondEdges, unlikeWhole} from './chaos/painted.ts';
import {planBy} from './chaos/plan.ts';
import {notYetWell} from './chaos/recovery.ts';
import {stateFaults} from './chaos/state-checks.ts';
import {TroubledEngine} from './chaos/troubled-engine.ts';
import {settle} from './chaos/virtual-time.ts';
import {keyOf} from './helpers/builders.ts';
import {ScreenTerminal} from './helpers/screen-terminal.ts';
import {scenes} from './helpers/view-states.ts';

// What `npm run chaos` judges by: each of its oracles finds what it is there for.

const at = (row: number, column: number, text: string): string => `\u001b[${row};${column}H${text}`;

describe('a plan', () => {
	test('is the same for the same seed, and a short one is the beginning of a long one', () => {
		const plan = planBy(7, 300);
		expect(planBy(7, 300)).toEqual(plan);
		expect(planBy(7, 400).steps.slice(0, 300)).toEqual(plan.steps.slice(0, 300));
		expect(planBy(8, 300)).not.toEqual(plan);
		expect(plan.steps.at(-1)).toMatchObject({kind: 'calm'});
	});

	test('has every kind of step, and no rule that the engine does not understand', () => {
		const steps = Array.from({length: 40}, (_, seed) => planBy(seed, 200).steps).flat();
		const kinds = new Set(steps.map(({kind}) => kind));
		expect([...kinds].toSorted()).toEqual(
			'bytes calm cut deed fault jump keys mend mouse resize restart wait'.split(' '),
		);
		for (const step of steps)
			if (step.kind === 'fault')
				expect(parseRules([{place: 'plan', text: step.rule}])).toHaveLength(1);
	});
});

describe('what is painted', () => {
	test('beyond an edge is told', () => {
		const fits = `${at(1, 1, '\u001b[0;1mab')}${at(2, 9, '名')}\u001b[K`;
		expect(beyondEdges(fits, 10, 2)).toEqual([]);
		expect(beyondEdges(at(1, 10, 'ab'), 10, 2)).toHaveLength(1);
		expect(beyondEdges(at(2, 10, '名'), 10, 2)).toHaveLength(1);
		expect(beyondEdges(at(3, 1, 'a'), 10, 2)).toHaveLength(1);
	});

	/** A screen of one pane that says what it is told to. */
	const painted = async (say: () => string) => {
		const terminal = new ScreenTerminal(10, 2);
		const screen = new Screen(terminal.stream);
		const rect = {left: 0, top: 0, width: 10, height: 2};
		screen.setPane('said', {rect, z: 0, paint: () => [say().padEnd(10), ' '.repeat(10)]});
		await terminal.settled();
		const taken = () => terminal.taken();
		return {terminal, unlike: () => unlikeWhole({screen, terminal, columns: 10, rows: 2, taken})};
	};

	test('and is not what a whole frame shows, in letters or in colours', async () => {
		const {terminal, unlike} = await painted(() => '\u001b[0;31mred\u001b[0m       ');
		expect(await unlike()).toEqual([]);
		terminal.stream.write(at(2, 3, 'left'));
		expect(await unlike()).toEqual([expect.stringMatching(/^row 2 was\n.*left.*\ninstead of\n/)]);
		expect(await unlike()).toEqual([]);
		terminal.stream.write(at(1, 1, '\u001b[0mred'));
		expect(await unlike()).toEqual([
			expect.stringMatching(/^row 1 was\nred.*\nthe colours of\nred/),
		]);
	});

	test('is compared with a frame of the same moment, whatever comes meanwhile', async () => {
		let answers = 0;
		const {unlike} = await painted(() => `answer ${answers}`);
		const coming = setInterval(() => answers++, 0);
		const answering = (): NodeJS.Immediate =>
			setImmediate(() => {
				answers++;
				next = answering();
			});
		let next = answering();
		onTestFinished(() => {
			clearInterval(coming);
			clearImmediate(next);
		});
		expect(await unlike()).toEqual([]);
		expect(await unlike()).toEqual([]);
		expect(answers).toBeGreaterThan(0);
	});
});

describe('time that stands still', () => {
	test('does so until nothing more is asked because of what was answered', async () => {
		const folder = await mkdtemp(path.join(tmpdir(), 'dockmon-chaos-'));
		const engine = new TroubledEngine(path.join(folder, 'docker.sock'));
		await engine.start();
		onTestFinished(async () => {
			await engine.stop();
			await rm(folder, {recursive: true});
		});
		let answered = 0;
		const asked = 60;
		const ask = (): void => {
			get({socketPath: engine.socketPath, path: '/_ping'}, answer => {
				answer.resume().on('end', () => {
					answered++;
					if (answered < asked) ask();
				});
			});
		};
		ask();
		await settle();
		expect(answered).toBe(asked);
	});
});

describe('a state', () => {
	test('of every scene is sound', () => {
		for (const [name, scene] of Object.entries(scenes))
			expect([name, ...stateFaults(scene().state)]).toEqual([name]);
	});

	test('with a selection, a cursor, a mark or a figure that cannot be is told', () => {
		const {state} = scenes.ready();
		const {list, frame} = state;
		const faults = (change: Partial<typeof state>) => stateFaults({...state, ...change});
		expect(faults({list: {...list, selectedIndex: 1000}})).toHaveLength(1);
		expect(faults({list: {...list, selectedIndex: -1}})).toHaveLength(1);
		expect(faults({list: {...list, marked: new Set([keyOf('gone')])}})).toHaveLength(1);
		const overlays = [{kind: 'help', top: -1}] as const;
		expect(faults({frame: {...frame, overlays}})).toEqual(['state.overlays.0.top is -1']);
		const [key, usage] = [...state.usages][0] ?? [];
		if (key === undefined || usage === undefined) throw new Error('no figures');
		const usages = new Map([[key, {...usage, cpuPercent: Number.NaN}]]);
		expect(faults({usages})).toHaveLength(1);
	});

	test('is not well while it differs from what the engine has', () => {
		const {state} = scenes.ready();
		const truth = [...state.containers.byKey.values()]
			.map(({name, state: word}) => `${name} ${word}`)
			.toSorted();
		const about = (what: RegExp, faults: readonly string[]) =>
			faults.filter(each => what.test(each));
		expect(about(/shown|connection/, notYetWell(state, truth))).toEqual([]);
		expect(about(/shown/, notYetWell(state, [...truth, 'other running']))).toHaveLength(1);
		expect(about(/shown/, notYetWell(state, truth.slice(1)))).toHaveLength(1);
		expect(about(/connection/, notYetWell(scenes.stale().state, truth))).toHaveLength(1);
		expect(about(/under way/, notYetWell(scenes.busy().state, truth))).toHaveLength(1);
		// Files are of the selected container; of a heading there are none to be read.
		const opened = {...state, frame: {...state.frame, view: 'files'}} as const;
		const on = (isContainer: boolean) => {
			const row = selectRows(state).find(({kind}) => (kind === 'container') === isContainer);
			if (row === undefined) throw new Error('no such row');
			const list = {...state.list, selected: row.id};
			return about(/files are loading/, notYetWell({...opened, list}, truth)).length;
		};
		expect([on(true), on(false)]).toEqual([1, 0]);
	});
});
