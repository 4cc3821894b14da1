import {PlainIo} from '../shell/plain-io.ts';
import {requireRunning} from './actions.ts';
import {ApiError} from './api-error.ts';
import {readBody} from './body.ts';
import {containerOf, type Engine} from './engine.ts';
import {runExec} from './exec-program.ts';
import {converse} from './exec-stream.ts';
import type {Exec} from './execs.ts';
import type {Handler} from './router.ts';

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** `POST /containers/{id}/exec` */
export const createExec: Handler = async (engine, exchange, parameter) => {
	const body = await readBody(exchange);
	const container = containerOf(engine, parameter('id'));
	const argv = textsOf(body['Cmd']);
	if (argv.length === 0) throw new ApiError(400, 'no exec command specified');
	requireRunning(container);
	if (container.state === 'paused')
		throw new ApiError(
			409,
			`container ${container.id} is paused, unpause the container before exec`,
		);
	const exec = engine.execs.create(container, {
		argv,
		env: textsOf(body['Env']),
		user: textOf(body['User']),
		workingDirectory: textOf(body['WorkingDir']),
		isTty: body['Tty'] === true,
		hasInput: body['AttachStdin'] === true,
	});
	resize(exec, body['ConsoleSize']);
	exchange.reply.json({Id: exec.id}, 201);
};

/** `POST /exec/{id}/start`: in the background, or as the two-way stream the connection becomes. */
export const startExec: Handler = async (engine, exchange, parameter) => {
	const body = await readBody(exchange);
	const exec = execOf(engine, parameter('id'));
	if (exec.state !== 'created') throw new ApiError(409, `exec command ${exec.id} has already run`);
	requireRunning(exec.container);
	resize(exec, body['ConsoleSize']);
	engine.execs.begin(exec);
	if (body['Detach'] === true) {
		exchange.reply.empty(200);
		const io = new PlainIo(() => undefined);
		io.close();
		await runExec(engine, exec, io);
	} else await converse(engine, exchange, exec);
};

/** `POST /exec/{id}/resize` */
export const resizeExec: Handler = (engine, {query, reply}, parameter) => {
	const exec = execOf(engine, parameter('id'));
	if (exec.state === 'created') throw new ApiError(500, 'exec process is not started');
	if (exec.state === 'ended') throw new ApiError(404, 'no such exec');
	resize(exec, [query.integer('h') ?? 0, query.integer('w') ?? 0]);
	reply.empty(200);
};

/** `[rows, columns]`; anything else changes nothing. */
const resize = (exec: Exec, size: unknown): void => {
	if (!Array.isArray(size)) return;
	const [rows, columns]: unknown[] = size;
	if (typeof rows !== 'number' || typeof columns !== 'number' || rows * columns <= 0) return;
	exec.size = {columns, rows};
};

/** `GET /exec/{id}/json` */
export const inspectExec: Handler = (engine, {reply}, parameter) => {
	const exec = execOf(engine, parameter('id'));
	const [entrypoint = '', ...args] = exec.argv;
	reply.json({
		ID: exec.id,
		Running: exec.state === 'running',
		ExitCode: exec.exitCode ?? null,
		ProcessConfig: {tty: exec.isTty, entrypoint, arguments: args, privileged: false},
		OpenStdin: exec.hasInput,
		OpenStderr: true,
		OpenStdout: true,
		CanRemove: false,
		ContainerID: exec.container.id,
		DetachKeys: '',
		Pid: exec.state === 'created' ? 0 : exec.pid,
	});
};

const execOf = ({execs}: Engine, id: string): Exec => {
	const exec = execs.get(id);
	if (!exec) throw new ApiError(404, `No such exec instance: ${id}`);
	return exec;
};
