import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {localHost} from '../../source/model/ids.ts';
import type {LogLine} from '../../source/model/log-line.ts';
import type {LogTarget} from '../../source/model/logs/log-target.ts';
import {LogSheet} from '../../source/store/logs/log-sheet.ts';
import {systemClock} from '../../source/sync/clock.ts';
import {type Session, startSession} from '../../source/sync/session.ts';
import {afterTest} from './after-test.ts';
import {User} from './user.ts';

/** Someone who reads a log through all but the screen: a session on an engine at a socket. */
export class LogReader {
	readonly user = new User();
	readonly engine: Engine;
	readonly session: Session;

	constructor(socketPath: string, clock = systemClock) {
		this.engine = createDockerEngine(
			{url: `unix://${socketPath}`, source: 'demo', transport: {kind: 'unix', socketPath}},
			localHost,
		);
		const {store, history, logs, viewport} = this.user;
		this.session = startSession({
			sheet: new LogSheet(logs),
			...{engine: this.engine, store, history, logs, viewport, clock},
			intervalMillis: 60_000,
			async *hostSampler() {
				// Of no interest here.
			},
		});
		afterTest(() => this.session.end());
	}

	read(target: LogTarget): void {
		this.user.dispatch({type: 'logs/pinned', target});
	}

	get lines(): readonly LogLine[] {
		const {logs} = this.user;
		return Array.from({length: logs.size}, (_, index) => logs.at(index)?.line).filter(
			line => line !== undefined,
		);
	}

	/** What was written to one of the streams. */
	of(stream: 'stdout' | 'stderr'): readonly string[] {
		return this.lines.flatMap(line =>
			line.kind === 'line' && line.stream === stream ? line.text : [],
		);
	}

	/** Our own sentences among the lines. */
	get notes(): readonly string[] {
		return this.lines.flatMap(line => (line.kind === 'gap' ? line.reason : []));
	}
}
