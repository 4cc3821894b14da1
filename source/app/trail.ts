import type {Action} from '../store/action.ts';
import type {Store} from '../store/store.ts';

const mostSteps = 40;

/** They happen by themselves, again and again. */
const isUsual = (type: Action['type']): boolean =>
	/^(?:clock|stats|host|logs|timeline)\//.test(type) ||
	['container/inspected', 'list/held', 'list/reordered'].includes(type);

/** The latest things that happened, as a report tells them: what, and never with which names or texts. */
export class Trail {
	#steps: string[] = [];

	/** The same store, that leaves a trail. */
	follow(store: Store): Store {
		return {
			...store,
			dispatch: action => {
				this.#note(action);
				store.dispatch(action);
			},
		};
	}

	/** The oldest first. */
	get steps(): readonly string[] {
		return this.#steps;
	}

	#note(action: Action): void {
		if (isUsual(action.type)) return;
		const step =
			action.type === 'overlay/opened' ? `${action.type} ${action.overlay.kind}` : action.type;
		this.#steps = [...this.#steps.slice(1 - mostSteps), step];
	}
}
