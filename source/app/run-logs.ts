import process from 'node:process';
import type {Engine} from '../engine/engine.ts';
import {toAscii} from '../format/ascii.ts';
import {lineWidth} from '../format/line.ts';
import {cleanText} from '../format/sanitise.ts';
import type {Line} from '../format/span.ts';
import {asciiSymbols, unicodeSymbols} from '../format/symbols.ts';
import {EntryStream} from '../headless/logs/entry-stream.ts';
import {findNamed, type Named} from '../headless/logs/find-named.ts';
import {followLines} from '../headless/logs/follow-lines.ts';
import {entryPrinter, notePrinter, type PrintOptions} from '../headless/logs/print-entries.ts';
import {readEntries} from '../headless/logs/read-entries.ts';
import type {Container} from '../model/container.ts';
import {isUp} from '../model/container.ts';
import {qualifiedName} from '../model/container-facts.ts';
import {isInTarget, type LogTarget} from '../model/logs/log-target.ts';
import {countReplicas} from '../model/replicas.ts';
import {maskSecrets} from '../model/secrets.ts';
import {createPainter} from '../view/canvas/paint-line.ts';
import {ownPalettes} from '../view/theme/palettes.ts';
import {createTheme} from '../view/theme/theme.ts';
import {chooseEngine} from './choose-engine.ts';
import {backgroundOf} from './choose-palette.ts';
import {colourLevel, isUtf8} from './colour-level.ts';
import {awaitInterruption} from './interruption.ts';
import {LinePipe} from './line-pipe.ts';
import type {LogsOptions} from './logs-options.ts';
import type {OpenedEngine} from './open-engine.ts';
import {Output} from './output.ts';

const exitFailed = 1;

/**
 * Prints the logs of what is named, then ends; with -f when it is told to. Resolves with the exit code,
 * rejects with `EngineError` where the engine is lost.
 */
export const runLogs = async (options: LogsOptions): Promise<number> => {
	const interruption = awaitInterruption();
	try {
		return await printLogs(options, interruption.signal);
	} catch (error) {
		if (interruption.exitCode === undefined) throw error;
		// What nobody reads would keep the process alive until somebody does.
		if (process.stdout.writableLength > 0) process.exit(interruption.exitCode);
		return interruption.exitCode;
	} finally {
		interruption.forget();
	}
};

const printLogs = async (options: LogsOptions, signal: AbortSignal): Promise<number> => {
	const {reason, open} = await chooseEngine(options.common);
	if (reason !== undefined) complain(reason);
	const opened = await open(true);
	try {
		await opened.engine.connect(signal);
		const listed = countReplicas(await opened.engine.list(signal));
		const named = findNamed(options.words, listed);
		const meant = meantBy(options, named, listed);
		for (const word of named.unknown) {
			complain(`no container, service or project is called ${word}`);
		}
		if (meant.length === 0 && named.unknown.length > 0) return exitFailed;
		const target = targetOf(options, named);
		const isWhole = options.follows
			? await follow(options, opened, target, signal)
			: await printAll(options, opened.engine, meant, signal);
		return isWhole && named.unknown.length === 0 ? 0 : exitFailed;
	} finally {
		opened.engine.dispose();
		await opened.close();
	}
};

/** Without a name it is what runs: thousands may have stopped. */
const meantBy = (
	{words}: LogsOptions,
	{targets}: Named,
	listed: readonly Container[],
): readonly Container[] =>
	words.length === 0
		? listed.filter(isUp)
		: listed.filter(container => targets.some(target => isInTarget(target, container)));

const targetOf = ({words}: LogsOptions, {targets}: Named): LogTarget =>
	words.length === 0 ? {kind: 'all'} : {kind: 'any', targets};

/** Until nobody reads any more, or a signal says so; then it rejects. */
const follow = async (
	options: LogsOptions,
	{engine, endpoint}: OpenedEngine,
	target: LogTarget,
	signal: AbortSignal,
): Promise<boolean> => {
	const life = new AbortController();
	let failure: unknown;
	const printing = printOptions(options);
	const output = new Output(process.stdout, signal);
	const pipe = new LinePipe(output, notePrinter(printing), error => {
		failure = error;
		life.abort();
	});
	let known = 0;
	let linesOf = entryPrinter(printing, []);
	const stream = new EntryStream(entries => pipe.push(entries.flatMap(entry => linesOf(entry))));
	await followLines(
		{
			...{engine, endpoint, onConnection: complain},
			signal: AbortSignal.any([signal, life.signal]),
			onLines(lines, containers) {
				if (containers.size !== known) linesOf = entryPrinter(printing, [...containers.values()]);
				known = containers.size;
				stream.push(lines);
			},
		},
		target,
		// Thousands may have stopped.
		{...options, isOfUp: options.words.length === 0},
	);
	stream.end();
	await pipe.end();
	signal.throwIfAborted();
	if (failure !== undefined) throw failure;
	return true;
};

/** False where one of the logs could not be read. */
const printAll = async (
	options: LogsOptions,
	engine: Engine,
	containers: readonly Container[],
	signal: AbortSignal,
): Promise<boolean> => {
	let isWhole = true;
	const onFailure = (container: Container, {message}: Error): void => {
		isWhole = false;
		complain(`${qualifiedName(container)}: ${message}`);
	};
	const linesOf = entryPrinter(printOptions(options), containers);
	const output = new Output(process.stdout, signal);
	for await (const entry of readEntries({engine, signal, onFailure}, containers, options)) {
		for (const line of linesOf(entry)) {
			if (await output.line(line)) continue;
			signal.throwIfAborted();
			return isWhole;
		}
	}
	await output.flush();
	signal.throwIfAborted();
	return isWhole;
};

const printOptions = ({common, query, isJson, hasStamps}: LogsOptions): PrintOptions => {
	const {stdout, env} = process;
	const isAscii = common.isAscii || !isUtf8(env);
	const symbols = isAscii ? asciiSymbols : unicodeSymbols;
	const level = common.colour ?? (stdout.isTTY || env['FORCE_COLOR'] ? colourLevel(env) : 'mono');
	const theme = createTheme({level, palette: ownPalettes[backgroundOf(env)]});
	const painter = createPainter(theme, symbols);
	const isStyled = stdout.isTTY || level !== 'mono';
	const paint = isStyled
		? (line: Line) => painter.line(line, lineWidth(line))
		: (line: Line) => plain(line, isAscii);
	return {
		...{query, isJson, hasStamps, paint},
		signs: [symbols.vertical, symbols.stderr],
		isForEyes: stdout.isTTY,
	};
};

const plain = (line: Line, isAscii: boolean): string => {
	const text = line.map(span => cleanText(span.text)).join('');
	return isAscii ? toAscii(text) : text;
};

/** What an engine says may quote what it was given; the text of a log itself is never covered. */
const complain = (text: string): void =>
	void process.stderr.write(`dockmon: ${cleanText(maskSecrets(text))}\n`);
