/** A list that two visitors share, updated over WebSockets with HTML that Django renders. */
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';
import {View} from '../view.js';

journey('HTML over the wire', () => {
  let playground: Playground;
  let ben: View;

  step('shows both what Django sends over their sockets', async () => {
    const tab = await openPage('/demo/live.html');
    playground = await Playground.on(tab, 'django-playground');
    const frame = {css: 'section[aria-label*="Ben"] iframe'};
    ben = new View('Ben’s part', async () => (await playground.face.find(frame)).enter());
    await playground.run();
    for (const view of [playground.output, ben]) {
      await view.shows('Tick something off');
      await view.shows('2 readers,');
    }
  });

  step('answers what one does with a new list for both', async () => {
    const {output} = playground;
    await output.type({role: 'textbox', name: 'What is to be done'}, 'Water the <plants>');
    await output.click({role: 'button', name: 'Add'});
    for (const view of [output, ben]) await view.shows('Water the <plants>');
    await ben.click({role: 'button', name: 'Remove Read live.py'});
    for (const view of [output, ben]) {
      await until('it is gone', async () => !(await view.text()).includes('Read live.py'));
    }
  });

  step('closes the socket with the page, and opens another one', async () => {
    await playground.face.click({role: 'button', name: 'Reload'});
    await playground.output.shows('Water the <plants>');
    await ben.shows('2 readers,');
  });
});
