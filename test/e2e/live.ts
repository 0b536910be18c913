/** A list that is updated over a WebSocket, with HTML that Django renders. */
import {journey, openPage, step} from './journey.js';
import {Playground} from './playground.js';
import {until} from './until.js';

journey('HTML over the wire', () => {
  let playground: Playground;

  step('shows what Django sends over the socket', async () => {
    const tab = await openPage('/demo/live.html');
    playground = await Playground.on(tab, 'django-playground');
    await playground.run();
    await playground.output.shows('Tick something off');
    await playground.output.shows('1 reader,');
  });

  step('answers what somebody does with the new list', async () => {
    const {output} = playground;
    await output.type({role: 'textbox', name: 'What is to be done'}, 'Water the <plants>');
    await output.click({role: 'button', name: 'Add'});
    await output.shows('Water the <plants>');
    await output.click({role: 'button', name: 'Remove Read live.py'});
    await until('it is gone', async () => !(await output.text()).includes('Read live.py'));
  });

  step('closes the socket with the page, and opens another one', async () => {
    const {output} = playground;
    await playground.face.click({role: 'button', name: 'Reload'});
    await output.shows('Water the <plants>');
    await output.shows('1 reader,');
  });
});
