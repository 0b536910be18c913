import {AssetCache} from '../page/index.js';
import {findsStaticFilesAlike} from '../project/index.js';
import type {Project} from '../protocol/project.js';

/** A site's files as they were inlined, over its launches. */
export class SiteAssets {
  #cache = new AssetCache();
  #project: Project | undefined;
  #series: string | null = null;

  get cache(): AssetCache {
    return this.#cache;
  }

  /** What an edit cannot have changed, such as all files of the admin, need not be asked again. */
  onLaunch(project: Project, series: string | null): void {
    const before = this.#project;
    const alike = before && series === this.#series && findsStaticFilesAlike(before, project);
    if (alike) this.#cache.dropMutable();
    else this.#cache = new AssetCache();
    this.#project = project;
    this.#series = series;
  }
}
