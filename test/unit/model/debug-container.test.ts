import {expect, test} from 'vitest';
import {debugImages, isDebugContainer} from '../../../source/model/debug-container.ts';
import {aContainer} from '../../helpers/builders.ts';

test('small images with tools are offered first, each once', () => {
	const names = ['shop/api:1', 'debian:local', 'busybox:local', 'debian:local', 'a:1'];
	expect(debugImages(names)).toEqual(['busybox:local', 'debian:local', 'a:1', 'shop/api:1']);
});

test('a debug container is known by its label', () => {
	expect(isDebugContainer(aContainer('x', {labels: {'dockmon.debug': 'f'}}))).toBe(true);
	expect(isDebugContainer(aContainer('x', {labels: {toString: 'f'}}))).toBe(false);
});
