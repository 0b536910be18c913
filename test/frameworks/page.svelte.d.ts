import type {Component} from 'svelte';
import type {Readable} from 'svelte/store';
import type {PageProps} from './contract.js';

declare const page: Component<{page: Readable<PageProps>}>;
export default page;
