import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import {type LogSourceId, logSourceOf} from '../model/logs/log-source.ts';
import type {LogTarget} from '../model/logs/log-target.ts';
import {isInTarget} from '../model/logs/log-target.ts';
import type {State} from '../store/state.ts';

type Places = ReadonlyMap<LogSourceId, ContainerKey>;

/** Which container speaks for each source of a target: for a while there may be an old and a new one. */
export class LogPlaces {
	readonly #target: LogTarget | undefined;
	readonly #joins: (container: Container) => boolean;
	#listed: State['containers']['listed'] | undefined;
	#places: Places = new Map();

	/** `joins`: whether one that has no place yet is given one; what has one keeps it. */
	constructor(
		target: LogTarget | undefined,
		joins: (container: Container) => boolean = () => true,
	) {
		this.#target = target;
		this.#joins = joins;
	}

	/** The same object while no container came, went, started or stopped. What runs comes first, then what is newest. */
	at({containers}: State): Places {
		if (this.#listed === containers.listed) return this.#places;
		this.#listed = containers.listed;
		this.#places = this.#find(containers.listed);
		return this.#places;
	}

	/** Undefined where there is none now. */
	containerOf(state: State, source: LogSourceId): Container | undefined {
		const key = this.at(state).get(source);
		return key === undefined ? undefined : state.containers.byKey.get(key);
	}

	#find(listed: State['containers']['listed']): Places {
		const target = this.#target;
		if (target === undefined) return new Map();
		const members = [...listed.values()].filter(container => isInTarget(target, container));
		const places = new Map<LogSourceId, ContainerKey>();
		for (const container of members.toSorted(compare)) {
			const source = logSourceOf(container);
			const isWanted = this.#places.has(source) || this.#joins(container);
			if (isWanted && !places.has(source)) places.set(source, refKey(container.ref));
		}
		return places;
	}
}

const compare = (a: Container, b: Container): number =>
	Number(isRunning(b)) - Number(isRunning(a)) ||
	(b.createdAtMillis ?? 0) - (a.createdAtMillis ?? 0) ||
	(a.ref.id < b.ref.id ? -1 : 1);
