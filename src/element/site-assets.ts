import {AssetCache} from '../page/index.js';
import {findsStaticFilesAlike} from '../project/index.js';
import type {Project} from '../protocol/project.js';

/** A site's files as they were inlined, over its launches. */
export class SiteAssets {
  #cache = new AssetCache();
  #project: Project | undefined;
  #series: string | null = null;
  #packages: string | undefined;

  get cache(): AssetCache {
    return this.#cache;
  }

  /**
   * What an edit cannot have changed, such as all files of the admin, need not be asked again.
   *
   * @param packages Names those that it has beside the runtime.
   */
  onLaunch(project: Project, series: string | null, packages?: string): void {
    const before = this.#project;
    const isSame = series === this.#series && packages === this.#packages;
    const alike = before && isSame && findsStaticFilesAlike(before, project);
    if (alike) this.#cache.dropMutable();
    else this.#cache = new AssetCache();
    this.#project = project;
    this.#series = series;
    this.#packages = packages;
  }
}
