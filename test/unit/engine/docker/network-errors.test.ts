import {describe, expect, test} from 'vitest';
import {toEngineError} from '../../../../source/engine/docker/network-errors.ts';
import type {Endpoint} from '../../../../source/engine/endpoint.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';

const endpoint: Endpoint = {
	url: 'unix:///var/run/docker.sock',
	source: 'default socket',
	transport: {kind: 'unix', socketPath: '/var/run/docker.sock'},
};

const failure = (code: string, message = code): Error => Object.assign(new Error(message), {code});

const explain = (error: unknown): Error => toEngineError(error, endpoint, 'list containers');

describe('what the HTTP client throws', () => {
	test.each([
		['ENOENT', 'unreachable', /systemctl start docker/],
		['ECONNREFUSED', 'unreachable', /systemctl start docker/],
		['EACCES', 'permission', /usermod -aG docker/],
		['ECONNRESET', 'unreachable', /tries again/],
		['EPIPE', 'unreachable', /tries again/],
		['ENOTFOUND', 'unreachable', /host name/],
		['ETIMEDOUT', 'unreachable', /network/],
		['HPE_INVALID_CONSTANT', 'protocol', /DOCKER_TLS_VERIFY=1/],
		['EPROTO', 'protocol', /Unset DOCKER_TLS_VERIFY/],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'protocol', /Unset DOCKER_TLS_VERIFY/],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'protocol', /ca\.pem/],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'protocol', /ca\.pem/],
	])('%s is %s', (code, kind, hint) => {
		const cause = failure(code);
		const error = explain(cause);
		expect(error).toMatchObject({kind, cause, hint: expect.stringMatching(hint)});
		expect(error.message).toContain(endpoint.url);
	});

	// As Node 24 gives them, in front of `dockerd --tlsverify` 20.10 and of a TLS server of Node.
	test.each([
		['EPROTO', 'error:0A000412:SSL routines:ssl3_read_bytes:ssl/tls alert bad certificate:../deps'],
		['EPROTO', 'error:0A000410:SSL routines:ssl3_read_bytes:ssl/tls alert handshake failure:../'],
		['ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE', 'ssl3_read_bytes:ssl/tls alert bad certificate:'],
		['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tlsv13 alert certificate required:../deps'],
		['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'ssl3_read_bytes:tlsv1 alert unknown ca:../deps'],
		['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'sslv3 alert certificate expired:../deps'],
	])('%s, "%s": the client certificate is refused', (code, words) => {
		expect(explain(failure(code, words))).toMatchObject({
			kind: 'permission',
			message: expect.stringContaining("refuses this client's certificate"),
			hint: expect.stringContaining('cert.pem and key.pem'),
		});
	});

	test.each([
		['ERR_OSSL_PEM_NO_START_LINE', 'error:0480006C:PEM routines::no start line'],
		[
			'ERR_OSSL_X509_KEY_VALUES_MISMATCH',
			'error:05800074:x509 certificate routines::key values mismatch',
		],
	])('%s: the files of the client cannot be used', (code, words) => {
		expect(explain(failure(code, words))).toMatchObject({
			kind: 'invalid',
			message: expect.stringContaining(words),
		});
	});

	test('anything else is a matter of the protocol and keeps its words', () => {
		expect(explain(new Error('Max redirects exceeded'))).toMatchObject({
			kind: 'protocol',
			message: 'Max redirects exceeded (list containers)',
		});
		expect(explain('thrown text')).toMatchObject({kind: 'protocol'});
	});

	test('our own errors and aborts pass through', () => {
		const ours = new EngineError('timeout', 'late');
		const abort = new DOMException('stopped', 'AbortError');
		expect(explain(ours)).toBe(ours);
		expect(explain(abort)).toBe(abort);
	});
});
