import type {KillGuard} from './kill-guard.ts';

/** What the starter of the program (`cli.ts`) hands over to it. */
export interface Starter {
	/** Where the arguments lead to the screen: its terminal is raw already. */
	readonly killGuard: KillGuard | undefined;
	/** To be called once all has been called that a start calls. */
	onStarted(): void;
}
