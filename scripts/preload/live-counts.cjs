// Loaded before dockmon by `npm run soak`, by NODE_OPTIONS of that one process: dockmon itself knows
// nothing of it. Answers on a socket what is alive in the process. JavaScript, because a loader of
// TypeScript would be resident in what is measured.
'use strict';
const {EventEmitter, getEventListeners} = require('node:events');
const {Session} = require('node:inspector');
const net = require('node:net');
const process = require('node:process');
const v8 = require('node:v8');

const socketPath = process.env.DOCKMON_SOAK_SOCKET;
// Programs that are started from here are none of this.
delete process.env.NODE_OPTIONS;
delete process.env.DOCKMON_SOAK_SOCKET;

const anyTimer = setTimeout(() => undefined, 0);
clearTimeout(anyTimer);

/** Where the inspector finds them: it only knows objects by an expression. */
const place = Symbol.for('dockmon.soak');
process[place] = {
	timers: Object.getPrototypeOf(anyTimer),
	emitters: EventEmitter.prototype,
	targets: EventTarget.prototype,
	sets: Set.prototype,
	maps: Map.prototype,
	count: {
		timers: timers => ({
			active: timers.filter(timer => timer._destroyed === false).length,
		}),
		emitters: emitters => byClass(emitters, listenersOf),
		targets: targets => byClass(targets, abortListenersOf),
		sets: sets => ({
			entries: sum(sets, sizeOf),
			subscribers: sum(sets, set => sizeOf(set) && [...set].filter(isFunction).length),
		}),
		maps: maps => ({entries: sum(maps, sizeOf)}),
	},
};

const sum = (items, of) => items.reduce((total, item) => total + (of(item) || 0), 0);

const isFunction = item => typeof item === 'function';

/** Prototypes of derived classes are found as well, and are none themselves. */
const ofInstance = read => item => {
	try {
		return read(item);
	} catch {
		return 0;
	}
};
const listenersOf = ofInstance(emitter =>
	sum(emitter.eventNames(), name => emitter.listenerCount(name)),
);
const abortListenersOf = ofInstance(target => getEventListeners(target, 'abort').length);
const sizeOf = ofInstance(collection => collection.size);

/** Objects and listeners by the name of their class. */
const byClass = (items, countListeners) => {
	const classes = {};
	for (const item of items) {
		const name = nameOf(item);
		classes[name] ??= {objects: 0, listeners: 0};
		classes[name].objects++;
		classes[name].listeners += countListeners(item);
	}
	return classes;
};

const nameOf = item => {
	if (item === process) return 'process';
	// Bundled modules each see it through an object of their own.
	if (item._events === process._events) return 'process seen';
	if (item === process.stdin) return 'stdin';
	if (item === process.stdout) return 'stdout';
	return Object.getPrototypeOf(item)?.constructor?.name || 'unnamed';
};

/** Collects all garbage first, each time. */
const countLive = kinds => {
	const session = new Session();
	session.connect();
	const post = (method, params) => {
		let answer;
		// Of a session with its own thread the answer comes before this returns.
		session.post(method, params, (error, result) => {
			if (error) throw error;
			answer = result;
		});
		return answer;
	};
	const evaluate = expression => post('Runtime.evaluate', {expression}).result;
	const counts = {};
	for (const kind of kinds) {
		const where = `process[Symbol.for('dockmon.soak')]`;
		const {objectId: prototypeObjectId} = evaluate(`${where}.${kind}`);
		const {objects} = post('Runtime.queryObjects', {prototypeObjectId, objectGroup: 'soak'});
		const {result, exceptionDetails} = post('Runtime.callFunctionOn', {
			objectId: objects.objectId,
			functionDeclaration: `function () {return ${where}.count.${kind}([...this])}`,
			returnByValue: true,
		});
		if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception.description);
		counts[kind] = result.value;
		post('Runtime.releaseObjectGroup', {objectGroup: 'soak'});
	}
	session.disconnect();
	return counts;
};

const memory = () => {
	const {rss, heapTotal, heapUsed, external, arrayBuffers} = process.memoryUsage();
	return {rss, heapTotal, heapUsed, external, arrayBuffers};
};

const resources = () => {
	const counts = {};
	for (const type of process.getActiveResourcesInfo()) counts[type] = (counts[type] ?? 0) + 1;
	return counts;
};

const answers = {
	tick: () => ({memory: memory(), resources: resources()}),
	count: () => {
		const live = countLive(['timers', 'emitters', 'targets', 'sets', 'maps']);
		// After the garbage was collected, and before there is more of it.
		return {memory: memory(), resources: resources(), live};
	},
	snapshot: file => ({file: v8.writeHeapSnapshot(file)}),
};

/** A fault of this file is no fault of the program. */
const answerTo = asked => {
	const [what, ...rest] = asked.split(' ');
	try {
		return {answer: answers[what](rest.join(' '))};
	} catch (error) {
		return {error: String(error.stack)};
	}
};

if (socketPath !== undefined) {
	const server = net.createServer(socket => {
		socket.setEncoding('utf8');
		socket.once('data', asked => {
			socket.end(`${JSON.stringify(answerTo(asked.trim()))}\n`);
		});
		socket.on('error', () => undefined);
	});
	// It must not keep alive what is to end.
	server.listen(socketPath).unref();
}
