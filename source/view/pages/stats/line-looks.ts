import type {Token} from '../../../format/span.ts';

/**
 * Letters and colours of those that are compared, in their order; as many as can be told apart. Of these colours
 * nothing is left without colour that would spoil a drawing of signs, as an underline does.
 */
export const letters = 'abcdef';
export const lineTokens: readonly Token[] = ['accent', 'load2', 'pause', 'load1', 'load4', 'muted'];
