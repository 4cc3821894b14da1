import {once} from 'node:events';
import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http';
import {connect} from 'node:net';
import type {Duplex} from 'node:stream';
import {requestName} from '../../scripts/lib/counting-proxy.ts';
import {tarEnd, tarHeader, tarPadding} from '../../source/model/tar/write-tar.ts';
import {afterTest} from './after-test.ts';
import {demoEngine, temporarySocket} from './demo-engine.ts';
import {frame} from './frames.ts';
import {enriched} from './rich-answers.ts';
import {fieldPayloads, Spoiler} from './spoiled-json.ts';

export interface HostileOptions {
	/** Which payload comes first. */
	readonly round: number;
	/** Of every third container what is more than text is hostile too: its state, its kinds, its instants. */
	readonly isWild?: boolean;
	/** Every request is refused from the first on, but for these. */
	readonly refusesAllBut?: RegExp;
}

export interface HostileEngine {
	readonly url: string;
	readonly spoiler: Spoiler;
}

/** What an engine refuses, in words of others. */
const refused =
	/^(?:POST|PUT|DELETE) (?!\/exec\/|.*\/exec$)|changes$|^GET \/images\/.*\/json$|^GET \/system\/df$/;

/** Answers that end when somebody says so, with a line for each thing. */
const isLines = (path: string): boolean => /\/events$|\/stats$/.test(path);

/**
 * An engine that lies: what the demo engine answers, with payloads in all texts of it, in names of files,
 * in headers and in errors. Closed after the test.
 */
export const hostileEngine = async (options: HostileOptions): Promise<HostileEngine> => {
	const demo = await demoEngine({seed: 3});
	const enginePath = demo.endpoint.slice('unix://'.length);
	const path = await temporarySocket();
	const {isWild, round} = options;
	const spoiler = new Spoiler(round, holder => isWild === true && holder % 3 === 1);
	const memory: LieMemory = {listings: new Set(), answers: 0};
	const server = createServer(
		(incoming, answer) =>
			void new Lie({incoming, answer, enginePath, spoiler, options, memory})
				.tell()
				.catch(() => answer.destroy()),
	);
	server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) =>
		passUpgrade(enginePath, incoming, socket, head),
	);
	server.listen(path);
	await once(server, 'listening');
	afterTest(() => {
		server.closeAllConnections();
		server.close();
	});
	return {url: `unix://${path}`, spoiler};
};

interface LieMemory {
	/** Execs that list a folder, by their ids. */
	readonly listings: Set<string>;
	/** Each answer about the engine itself is of something else. */
	answers: number;
}

interface LieParts {
	readonly incoming: IncomingMessage;
	readonly answer: ServerResponse;
	readonly enginePath: string;
	readonly spoiler: Spoiler;
	readonly options: HostileOptions;
	readonly memory: LieMemory;
}

class Lie {
	readonly #parts: LieParts;
	readonly #name: string;
	readonly #path: string;
	/** What was asked for. */
	readonly #body: Buffer[] = [];

	constructor(parts: LieParts) {
		this.#parts = parts;
		const {method = '', url = ''} = parts.incoming;
		this.#name = requestName(method, url).replace(/sha256%3A\w+/i, '{id}');
		this.#path = this.#name.replace(/^\w+ /, '');
	}

	async tell(): Promise<void> {
		const {incoming, options, answer} = this.#parts;
		answer.on('error', () => undefined);
		const isPing = this.#path === '/_ping';
		const isRefused =
			refused.test(this.#name) &&
			(!this.#name.startsWith('GET') || this.#parts.memory.answers++ % 2 === 0);
		if (isRefused || options.refusesAllBut?.test(this.#name) === false) {
			incoming.resume();
			return this.#refuse();
		}
		const listing = /^\/exec\/(\w+)\/start$/.exec(this.#plainPath())?.[1];
		if (listing !== undefined && this.#parts.memory.listings.has(listing)) return this.#list();
		if (/\/archive$/.test(this.#path)) return this.#archive();
		const response = await this.#forward();
		if (/\/exec$/.test(this.#path)) return this.#noteListing(response);
		if (isPing || /\/logs$/.test(this.#path)) return this.#pass(response);
		await this.#spoil(response);
	}

	#plainPath(): string {
		return (this.#parts.incoming.url ?? '').replace(/^\/v[\d.]+(?=\/)|\?.*/g, '');
	}

	#holder(): string {
		return (
			/\/([\da-f]{64})\//.exec(this.#parts.incoming.url ?? '')?.[1] ??
			`answer ${this.#parts.memory.answers++}`
		);
	}

	#text(value: string, field: string): string {
		return this.#parts.spoiler.text(value, `${this.#name} ${field}`, this.#holder());
	}

	/** With an error as JSON, as plain text, and as a page of a proxy. */
	#refuse(): void {
		const {answer} = this.#parts;
		const kind = this.#parts.memory.answers++ % 3;
		const message = this.#text('it was refused', 'error');
		if (kind === 0) {
			answer.writeHead(409, {'content-type': 'application/json'});
			answer.end(JSON.stringify({message, cause: message}));
			return;
		}
		answer.writeHead(kind === 1 ? 500 : 502, '\u009b31mNo', {'content-type': 'text/plain'});
		// What is no character as bytes too.
		answer.end(Buffer.concat([Buffer.from(message), Buffer.from([0x9b, 0x32, 0x4a, 0xc0, 0x9b])]));
	}

	/** Of a folder as the shell of a container would tell it. */
	#list(): void {
		const {answer, incoming} = this.#parts;
		incoming.resume();
		const names = fieldPayloads.map((_, index) =>
			this.#text(`name ${index}`, 'listing').replaceAll(/[\0/]/g, '-').slice(0, 200),
		);
		const facts = names.map(() => '81a4 12 1764000000').join('\n');
		const kinds = ['f', 'd', 'l'];
		const lines = names.map(
			(name, index) => `${kinds[index % 3]}${name}\0${index % 3 === 2 ? name : ''}\0`,
		);
		answer.writeHead(200, {'content-type': 'application/vnd.docker.multiplexed-stream'});
		answer.end(frame(1, `${lines.join('')}.\0${facts}\n\0`));
	}

	/** A folder is told by links with targets, a file by what is in it. */
	#archive(): void {
		const {answer, incoming} = this.#parts;
		const target = this.#text('/target', 'link');
		// Go's bits of a link, of a folder, of none.
		const mode = [0o777 + 2 ** 27, 0o755 + 2 ** 31, 0o644][this.#parts.memory.answers++ % 3] ?? 0;
		const stat = {
			...{name: this.#text('name', 'stat'), size: 12, mode, linkTarget: target},
			mtime: '2026-11-22T10:00:00Z',
		};
		const isFolder = !/path=[^&]*(?:%7E|~|\.)/i.test(incoming.url ?? '');
		const told = {...stat, mode: isFolder ? 0o755 + 2 ** 31 : 0o644};
		answer.setHeader(
			'X-Docker-Container-Path-Stat',
			Buffer.from(JSON.stringify(incoming.method === 'HEAD' ? told : stat)).toString('base64'),
		);
		answer.writeHead(200, {'content-type': 'application/x-tar', 'api-version': '1.47'});
		if (incoming.method === 'HEAD') return void answer.end();
		for (const part of isFolder ? this.#folderParts() : this.#fileParts()) answer.write(part);
		answer.end(tarEnd);
	}

	*#folderParts(): Generator<Uint8Array> {
		const about = {mode: 0o644, modifiedMillis: 1_764_000_000_000, sizeBytes: 0};
		for (const [index] of fieldPayloads.entries()) {
			const name = this.#text(`entry ${index}`, 'archive').replaceAll(/[\0/\\]/g, '-');
			const kind = (['file', 'folder', 'link'] as const)[index % 3] ?? 'file';
			const link = kind === 'link' ? {linkTarget: name} : {};
			yield tarHeader({...about, path: `folder/${name}`, kind, ...link});
		}
	}

	*#fileParts(): Generator<Uint8Array> {
		const content = Buffer.concat([
			Buffer.from(fieldPayloads.join('\n')),
			Buffer.from(Array.from({length: 255}, (_, byte) => byte + 1)),
		]);
		const about = {path: 'file', kind: 'file', mode: 0o644, modifiedMillis: 0} as const;
		yield tarHeader({...about, sizeBytes: content.length});
		yield content;
		yield tarPadding(content.length);
	}

	async #forward(): Promise<IncomingMessage> {
		const {incoming, answer, enginePath} = this.#parts;
		const {method, url = '', headers} = incoming;
		const outgoing = request({socketPath: enginePath, path: url, method, headers});
		answer.on('close', () => outgoing.destroy());
		incoming.on('data', (chunk: Buffer) => this.#body.push(chunk));
		incoming.pipe(outgoing);
		const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
		response.on('error', () => answer.destroy());
		return response;
	}

	async #noteListing(response: IncomingMessage): Promise<void> {
		const {answer, memory} = this.#parts;
		const text = await textOf(response);
		const {Cmd} = JSON.parse(Buffer.concat(this.#body).toString()) as {Cmd?: readonly string[]};
		if (Cmd?.[3] === 'dockmon') memory.listings.add((JSON.parse(text) as {Id: string}).Id);
		answer.writeHead(response.statusCode ?? 502, {'content-type': 'application/json'});
		answer.end(text);
	}

	#pass(response: IncomingMessage): void {
		const {answer} = this.#parts;
		answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
		answer.flushHeaders();
		response.pipe(answer);
	}

	async #spoil(response: IncomingMessage): Promise<void> {
		const {answer} = this.#parts;
		const {date, 'api-version': version = '', 'content-type': type = ''} = response.headers;
		answer.writeHead(response.statusCode ?? 502, {
			...{'content-type': type, 'api-version': version, server: 'Docker/\u009b31m\u0085 (linux)'},
			...(date !== undefined && {date}),
		});
		answer.flushHeaders();
		if (isLines(this.#path)) {
			for await (const line of linesOf(response)) answer.write(`${this.#spoiled(line)}\n`);
			answer.end();
			return;
		}
		const text = await textOf(response);
		answer.end(text === '' ? '' : this.#spoiled(text));
	}

	#spoiled(text: string): string {
		const {spoiler} = this.#parts;
		const holder = this.#holder();
		// Numbers that JavaScript cannot hold pass as they are.
		const safe = text.replaceAll(/"timeNano":(\d+)/g, '"timeNano":"#$1#"');
		try {
			const value = enriched(this.#path, JSON.parse(safe));
			return JSON.stringify(spoiler.json(value, this.#name, holder)).replaceAll(
				/"timeNano":"[^#]*#(\d+)#"/g,
				'"timeNano":$1',
			);
		} catch {
			return text;
		}
	}
}

const textOf = async (response: IncomingMessage): Promise<string> => {
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
};

async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
	let rest = '';
	for await (const chunk of response) {
		const lines = `${rest}${chunk}`.split('\n');
		rest = lines.pop() ?? '';
		yield* lines.filter(line => line !== '');
	}
	if (rest !== '') yield rest;
}

/** What runs in a shell has the terminal to itself. */
const passUpgrade = (
	enginePath: string,
	{method, url, rawHeaders}: IncomingMessage,
	socket: Duplex,
	head: Buffer,
): void => {
	const upstream = connect({path: enginePath, allowHalfOpen: true});
	const headers = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`));
	upstream.write(`${method} ${url} HTTP/1.1\r\n${headers.join('')}\r\n`);
	upstream.write(head);
	socket.pipe(upstream).pipe(socket);
	for (const side of [upstream, socket])
		side.on('error', () => {
			upstream.destroy();
			socket.destroy();
		});
};
