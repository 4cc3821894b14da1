import type {Duplex} from 'node:stream';
import {PlainIo} from '../shell/plain-io.ts';
import {TerminalIo} from '../shell/terminal-io.ts';
import type {Engine} from './engine.ts';
import {type Exchange, isAtLeast} from './exchange.ts';
import {runExec} from './exec-program.ts';
import type {Exec} from './execs.ts';
import {frame, multiplexedType, rawType} from './frames.ts';
import {commonHeaders} from './system.ts';

/**
 * Joins a program with its client. After an upgrade the connection carries bytes both ways; without
 * one only the output is sent, and the answer ends with the connection.
 */
export const converse = async (engine: Engine, exchange: Exchange, exec: Exec): Promise<void> => {
	const {reply, upgrade} = exchange;
	const type = exec.isTty || !isAtLeast(exchange.apiVersion, '1.42') ? rawType : multiplexedType;
	upgrade?.connection.write(switchingHead(engine, type));
	const sink = upgrade ? reply.raw(upgrade.connection) : reply.untilClose(type);
	const io = exec.isTty
		? new TerminalIo(text => sink.write(text))
		: new PlainIo((stream, text) => sink.write(frame(stream, text)));
	if (upgrade) listen(upgrade.connection, exec, io);
	if (!upgrade || !exec.hasInput) closeInput(exec, io);
	exec.killed.signal.addEventListener('abort', () => sink.end());
	await runExec(engine, exec, io);
	sink.end();
};

const listen = (connection: Duplex, exec: Exec, io: PlainIo | TerminalIo): void => {
	connection.on('data', (bytes: Buffer) => {
		if (exec.hasInput) io.feed(bytes);
	});
	connection.on('end', () => closeInput(exec, io));
	connection.resume();
};

/**
 * A program on a terminal keeps waiting when its client goes away, as on a real engine: that is the
 * leak that clients have to avoid.
 */
const closeInput = (exec: Exec, io: PlainIo | TerminalIo): void => {
	if (!exec.isTty) io.close();
};

export const switchingHead = (engine: Engine, contentType: string): string =>
	[
		'HTTP/1.1 101 UPGRADED',
		`Content-Type: ${contentType}`,
		'Connection: Upgrade',
		'Upgrade: tcp',
		...Object.entries(commonHeaders(engine)).map(([name, value]) => `${name}: ${value}`),
		'\r\n',
	].join('\r\n');
