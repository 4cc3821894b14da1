import process from 'node:process';
import {cleanText} from '../format/sanitise.ts';
import {maskSecrets} from '../model/secrets.ts';
import {crashReport, writeCrashReport} from './crash-report.ts';
import {version} from './version.ts';

const longestReason = 500;

/** The first of them; the message may hold foreign text. */
export const reasonOf = (error: unknown): string => {
	const reason = error instanceof Error ? error.message || error.name : String(error);
	return maskSecrets(cleanText(reason)).slice(0, longestReason);
};

interface Circumstances {
	/** Where reports are kept. */
	readonly folder: string;
	readonly now: () => number;
	/** Of the engine, as it tells itself; undefined before it answered. */
	readonly engine: () => string | undefined;
	readonly trail: () => readonly string[];
}

/** Writes a report about the error; returns the two lines for the user: what happened, and where the report is. */
export const lastWords = (error: unknown, circumstances: Circumstances): readonly string[] => [
	`dockmon stopped by a fault of its own: ${reasonOf(error)}`,
	reportOn(error, circumstances),
];

/** Writes a report about the error; returns a sentence that says where it is. */
export const reportOn = (error: unknown, {folder, now, engine, trail}: Circumstances): string => {
	const atMillis = now();
	const {platform, arch, versions, env, stdout} = process;
	const facts = {
		dockmon: version,
		node: `${versions.node} on ${platform} ${arch}`,
		terminal: `${env['TERM'] ?? 'unknown'}, ${stdout.columns}x${stdout.rows}`,
		engine: engine() ?? 'not connected',
		uptime: `${Math.round(process.uptime())} s`,
		memory: `${Math.round(process.memoryUsage.rss() / 1_000_000)} MB`,
	};
	try {
		const text = crashReport(error, {atMillis, facts, trail: trail()});
		const file = writeCrashReport(folder, text, atMillis);
		return `What is needed to mend it is in ${cleanText(file)}`;
	} catch (failure) {
		return `Please report it, with the output of \`dockmon --version\`; no report could be written: ${reasonOf(failure)}`;
	}
};
