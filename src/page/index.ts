export {AssetCache} from './asset-cache.js';
export type {Problem} from './asset-loader.js';
export type {AssetDestination, FetchAsset, FetchedAsset} from './asset.js';
export {forbidsFraming} from './frame-policy.js';
export type {LateAssets} from './late-assets.js';
export type {PageTexts} from './plain-page.js';
export {
  toDocument,
  type DocumentOptions,
  type DocumentPage,
  type DownloadPage,
  type Page,
} from './to-document.js';
