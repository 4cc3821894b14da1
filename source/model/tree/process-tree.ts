import type {Process} from '../process.ts';

/** A process and its place in the tree. */
export interface ProcessRow {
	readonly process: Process;
	/** 0: its parent is not in the container. */
	readonly depth: number;
	/** For each ancestor below the root and then itself: whether a sibling follows. */
	readonly follows: readonly boolean[];
}

export type ProcessOrder = (left: Process, right: Process) => number;

/** All by order alone. */
export const flatProcesses = (
	processes: readonly Process[],
	order: ProcessOrder,
): readonly ProcessRow[] =>
	processes.toSorted(order).map(process => ({process, depth: 0, follows: []}));

/**
 * Parents before their children, siblings in order. A process whose parent is not listed is a root: the
 * first one of the container, and what was started by `exec`. Nothing is lost where parents go in a ring.
 */
export const processTree = (
	processes: readonly Process[],
	order: ProcessOrder,
): readonly ProcessRow[] => {
	const pids = new Set(processes.map(({pid}) => pid));
	const children = new Map<number | undefined, Process[]>();
	for (const child of processes.toSorted(order)) {
		const {pid, parentPid} = child;
		const hasParent = parentPid !== undefined && parentPid !== pid && pids.has(parentPid);
		const parent = hasParent ? parentPid : undefined;
		const siblings = children.get(parent);
		if (siblings === undefined) children.set(parent, [child]);
		else siblings.push(child);
	}
	const rows: ProcessRow[] = [];
	const placed = new Set<Process>();
	// By hand and not by calls: a chain of parents may be as long as the list.
	const walk = (roots: readonly Process[]): void => {
		const waiting = entriesOf(roots, []).reverse();
		for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
			if (placed.has(row.process)) continue;
			placed.add(row.process);
			rows.push(row);
			const {depth, follows} = row;
			const {pid} = row.process;
			const below = entriesOf(children.get(pid) ?? [], follows, depth + 1);
			waiting.push(...below.reverse());
		}
	};
	walk(children.get(undefined) ?? []);
	for (const process of processes) if (!placed.has(process)) walk([process]);
	return rows;
};

const entriesOf = (
	siblings: readonly Process[],
	above: readonly boolean[],
	depth = 0,
): ProcessRow[] =>
	siblings.map((process, index) => ({
		process,
		depth,
		follows: depth === 0 ? [] : [...above, index < siblings.length - 1],
	}));
