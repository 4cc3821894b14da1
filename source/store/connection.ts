import type {EndpointSource} from '../model/engine-info.ts';
import type {Failure} from './failure.ts';

export interface EndpointState {
	readonly url: string;
	readonly source: EndpointSource;
	readonly context?: string;
	readonly isDemo: boolean;
}

export type Connection =
	| {readonly status: 'connecting'; readonly sinceMillis: number}
	| {readonly status: 'live'; readonly sinceMillis: number}
	/** It hangs: nothing was answered for a while, and it is not given up yet. */
	| {
			readonly status: 'stale';
			/** When the connection was opened; it is the same one. */
			readonly sinceMillis: number;
			readonly answeredAtMillis: number;
	  }
	| {
			readonly status: 'lost';
			readonly sinceMillis: number;
			/** When anything was answered last; undefined when nothing ever was. */
			readonly answeredAtMillis?: number;
			readonly retryAtMillis: number;
			readonly failure: Failure;
	  };
