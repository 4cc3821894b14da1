import {EngineError, type EngineErrorKind} from '../../model/engine-error.ts';
import type {SshAddress} from './ssh-address.ts';
import {loginCommand} from './ssh-arguments.ts';

/** How ssh ended, and for which endpoint. */
export interface SshEnd {
	readonly url: string;
	readonly address: SshAddress;
	readonly code: number;
	/** From its stderr; foreign text. */
	readonly said: string;
	readonly hasAgent: boolean;
}

/** Why there is no tunnel, or no longer. */
export const endError = (end: SshEnd): EngineError => {
	if (end.code === codeNotFound)
		return new EngineError('unsupported', `${end.url} needs the program ssh, which is not here`, {
			hint: 'Install it (`sudo apt install openssh-client`), or forward the socket by other means.',
			cause: end.said,
		});
	const rule = rules.find(({words}) => words.test(end.said)) ?? anythingElse;
	const {kind, message, hint, needsHuman} = rule;
	return new EngineError(kind, message(end, lineWith(rule.words, end.said)), {
		hint: hint(end),
		brief: 'no ssh connection',
		cause: end.said,
		...(needsHuman && {retryAfterMillis: lockoutMillis}),
	});
};

/** Of a shell: the program was not found. ssh itself ends with 255. */
const codeNotFound = 127;

/** Servers lock out who comes with a wrong key too often: usually five times in ten minutes. */
const lockoutMillis = 180_000;

interface Rule {
	readonly words: RegExp;
	readonly kind: EngineErrorKind;
	readonly message: (end: SshEnd, line: string) => string;
	readonly hint: (end: SshEnd) => string;
	/** It will be the same answer until somebody did something. */
	readonly needsHuman?: true;
}

const byHand = ({address}: SshEnd): string => loginCommand(address);

const knownName = ({host, port}: SshAddress): string =>
	port === undefined || port === 22 ? host : `'[${host}]:${port}'`;

/** The first that applies counts. The words are those of OpenSSH. */
const rules: readonly Rule[] = [
	{
		words: /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed/,
		kind: 'permission',
		message: ({url}) => `The host key of ${url} is not the one that is known`,
		hint: end =>
			`Somebody may sit in between. Only if the host was set up anew: \`ssh-keygen -R ${knownName(end.address)}\`, then \`${byHand(end)}\` once, and compare the fingerprint.`,
		needsHuman: true,
	},
	{
		words: /Host key verification failed|host key is known for/,
		kind: 'permission',
		message: ({url}) => `The host key of ${url} is not known`,
		hint: end => `Run \`${byHand(end)}\` once and compare the fingerprint before you accept it.`,
		needsHuman: true,
	},
	{
		words: /Too many authentication failures/,
		kind: 'permission',
		message: ({url}) => `${url} refuses the login: too many keys were tried`,
		hint: () =>
			'Name the right one for this host in ~/.ssh/config: IdentityFile, IdentitiesOnly yes.',
		needsHuman: true,
	},
	{
		words: /Permission denied \(/,
		kind: 'permission',
		message: ({url, said}, line) => `${url} refuses the login: ${keyTrouble(said) ?? line}`,
		hint: end =>
			`dockmon types no password and no passphrase: ${end.hasAgent ? 'load the key into the agent with `ssh-add`' : 'start an agent and load the key with `ssh-add`'}, until \`${byHand(end)}\` asks nothing.`,
		needsHuman: true,
	},
	{
		words: /Could not resolve hostname/,
		kind: 'unreachable',
		message: ({url, address}) => `${url} cannot be reached: nobody knows the name ${address.host}`,
		hint: () => 'Check the host name, ~/.ssh/config and the network.',
	},
	{
		words: /connect to (host|address) .*refused/,
		kind: 'unreachable',
		message: ({url}) => `${url} cannot be reached: no ssh server listens there`,
		hint: () => 'Check the port, and that sshd runs on that machine.',
	},
	{
		words: /connect to (host|address) |timed out during banner exchange/,
		kind: 'unreachable',
		message: ({url}, line) => `${url} cannot be reached: ${line}`,
		hint: () => 'Check the host name, the network and the firewall.',
	},
	{
		words: /(kex_exchange|ssh_exchange)_identification|banner exchange/,
		kind: 'unreachable',
		message: ({url}, line) => `${url} closed the connection before the login: ${line}`,
		hint: () =>
			'Is it an ssh server, does it accept this address, and has it no more than it can take?',
	},
	{
		words: /Unable to negotiate/,
		kind: 'protocol',
		message: ({url}, line) => `ssh and ${url} have no method in common: ${line}`,
		hint: () => 'Update the older of the two, or allow the method in ~/.ssh/config.',
	},
	{
		words: /onfiguration option|Bad owner or permissions|: line \d+: /,
		kind: 'invalid',
		message: (_end, line) => `ssh does not take its configuration: ${line}`,
		hint: end => `Repair it until \`${byHand(end)}\` works.`,
	},
	{
		words:
			/unix_listener|Could not request local forwarding|Bad local forwarding|too long for Unix/,
		kind: 'unreachable',
		message: (_end, line) => `ssh cannot listen on this machine: ${line}`,
		hint: () =>
			'See TMPDIR, and LocalForward in ~/.ssh/config: one that is in use by another ssh stops this one too.',
	},
	{
		words: /closed by remote host|not responding|onnection reset|Broken pipe|onnection closed/,
		kind: 'unreachable',
		message: (_end, line) => `The ssh connection broke: ${line}`,
		hint: () => 'dockmon tries again.',
	},
];

const anythingElse: Rule = {
	words: /\S/,
	kind: 'unreachable',
	message: ({url, code, said}) =>
		`ssh to ${url} ended: ${lastLine(said) ?? `without a word, code ${code}`}`,
	hint: end => `See whether \`${byHand(end)}\` works.`,
};

const linesOf = (text: string): readonly string[] =>
	text
		.split(/[\r\n]+/)
		.map(line => line.trim())
		.filter(line => line !== '');

const lastLine = (said: string): string | undefined => linesOf(said).at(-1);

/** The last, because a banner may come before; it becomes the end of a sentence. */
const lineWith = (words: RegExp, said: string): string =>
	(linesOf(said).findLast(line => words.test(line)) ?? '').replace(/\.$/, '');

/** A key file that ssh left aside says more than that it has none. */
const keyTrouble = (said: string): string | undefined =>
	linesOf(said).find(line => /^Load key .*: /.test(line));
