import {Agenda, type Cancel} from './agenda.ts';
import {EventHub} from './event-hub.ts';

const longestGapMillis = 5000;

/**
 * Time and news, all that the life of a container needs of its world. There is no clock in it: time
 * passes only in `advance`, and everything that happens is a task on the agenda.
 */
export class Timeline {
	readonly hub = new EventHub();
	/** Called when something is due earlier than anything before. */
	onSooner: (() => void) | undefined;
	readonly #agenda = new Agenda();
	#nowMillis: number;
	#targetMillis: number;

	constructor(nowMillis: number) {
		this.#nowMillis = nowMillis;
		this.#targetMillis = nowMillis;
	}

	get nowMillis(): number {
		return this.#nowMillis;
	}

	/** Time is far behind its clock, as after a suspended laptop: nobody wants every sample of the gap. */
	get isCatchingUp(): boolean {
		return this.#targetMillis - this.#nowMillis > longestGapMillis;
	}

	/** When something happens next; undefined when nothing is planned. */
	get nextMillis(): number | undefined {
		return this.#agenda.nextMillis;
	}

	/** Lets time pass; a clock that goes back changes nothing. */
	advance(toMillis: number): void {
		this.#targetMillis = Math.max(this.#nowMillis, toMillis);
		for (let task = this.#agenda.takeDue(toMillis); task; task = this.#agenda.takeDue(toMillis)) {
			this.#nowMillis = Math.max(this.#nowMillis, task.atMillis);
			task.run();
		}
		this.#nowMillis = Math.max(this.#nowMillis, toMillis);
	}

	after(millis: number, run: () => void): Cancel {
		const atMillis = this.#nowMillis + Math.max(0, millis);
		const isSooner = atMillis < (this.#agenda.nextMillis ?? Number.POSITIVE_INFINITY);
		const cancel = this.#agenda.add(atMillis, run);
		if (isSooner) this.onSooner?.();
		return cancel;
	}

	sleep(millis: number): Promise<void> {
		return new Promise(resolve => {
			this.after(millis, resolve);
		});
	}

	/** Nothing happens any more. */
	end(): void {
		this.#agenda.clear();
	}
}
