/** The debug toolbar: a module in a shadow root of the page's markup, with requests of its own. */
import {step} from '../journey.js';
import {visit, type Visit} from './visit.js';

await visit('the debug toolbar', '/pages/toolbar.html', ['django_debug_toolbar'], on => use(on));

function use(on: Visit): void {
  step('stands beside the page', async () => {
    const {output} = on.playground;
    await output.shows('Gloomy Sunday');
    await output.find({css: '#djHideToolBarButton'});
  });

  step('loads the queries of the page', async () => {
    const {output} = on.playground;
    await output.click({css: 'a.SQLPanel'});
    await output.shows('songs_song');
    await output.shows('INSERT');
  });

  step('makes one of them again', async () => {
    const {output} = on.playground;
    await output.click({css: '#SQLPanel .djToggleSwitch'});
    await output.click({css: '#SQLPanel .remoteCall[formaction$="sql_select/"]'});
    await output.shows('SQL selected');
    await output.click({css: '#djDebugWindow .djDebugClose'});
  });

  step('loads templates and static files', async () => {
    const {output} = on.playground;
    await output.click({css: 'a.TemplatesPanel'});
    await output.shows('songs.html');
    await output.click({css: 'a.HeadersPanel'});
    await output.shows('playground.localhost');
  });

  step('has the requests before in its history', async () => {
    const {output} = on.playground;
    await output.click({css: '#HeadersPanel .djDebugClose'});
    await output.click({role: 'link', name: 'Again'});
    await on.playground.isAt('/songs/?again');
    await output.click({css: 'a.HistoryPanel'});
    await output.shows('/songs/?again');
    await output.click({css: '#djdtHistoryRequests tr:last-child .switchHistory'});
    await output.find({css: '#djdtHistoryRequests tr:last-child.djdt-highlighted'});
    await output.click({css: '#HistoryPanel .djDebugClose'});
  });

  step('stays hidden on the next page, and comes back', async () => {
    const {output} = on.playground;
    await output.click({css: '#djHideToolBarButton'});
    await output.find({css: '#djShowToolBarButton'});
    await on.playground.goTo('/songs/?hidden');
    await output.click({css: '#djShowToolBarButton'});
    await output.find({css: '#djHideToolBarButton'});
    await on.playground.goTo('/songs/?shown');
    await output.find({css: '#djHideToolBarButton'});
  });
}
