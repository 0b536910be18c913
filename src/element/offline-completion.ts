import type {CompletionRequest} from '../protocol/interpreter.js';

/** Django's own commands, but for those that a browser cannot run. */
export const DJANGO_COMMANDS: readonly string[] = `changepassword check clearsessions collectstatic
  createcachetable createsuperuser diffsettings dumpdata findstatic flush inspectdb loaddata
  makemigrations migrate optimizemigration remove_stale_contenttypes sendtestemail shell
  showmigrations sqlflush sqlmigrate sqlsequencereset squashmigrations startapp startproject
  test`.split(/\s+/);

/** What may be written in the command line while no site is there to be asked. */
export function completeOffline({place}: CompletionRequest): readonly string[] {
  return place === 'commands' ? DJANGO_COMMANDS : [];
}
