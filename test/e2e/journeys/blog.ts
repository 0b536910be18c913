/** A blog post with two small playgrounds beside each other, and documentation with examples. */
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';

journey('a blog post with two playgrounds', () => {
  let tab: Tab;
  let booking: Playground;
  let plants: Playground;

  step('runs the one in a single file', async () => {
    tab = await openPage('/demo/blog.html');
    booking = await Playground.on(tab, 'django-playground:nth-of-type(1)');
    await booking.run();
    await booking.output.shows('Book a table');
  });

  step('sends its form, and says what Django says', async () => {
    const {output} = booking;
    await output.type({role: 'textbox', name: 'Name'}, 'Ada & Grace');
    await output.type({css: '[name=guests]'}, '2');
    await output.evaluate(fillDate, '2001-02-03');
    await output.click({role: 'button', name: 'Book'});
    await output.shows('That day is over.');
    await output.evaluate(fillDate, '2101-02-03');
    await output.click({role: 'button', name: 'Book'});
    await output.shows('See you, Ada & Grace!');
  });

  step('runs the admin beside it', async () => {
    plants = await Playground.on(tab, 'django-playground:nth-of-type(2)');
    await plants.run();
    await plants.output.type({role: 'textbox', name: 'Username'}, 'admin');
    await plants.output.type({role: 'textbox', name: 'Password'}, 'admin');
    await plants.output.click({role: 'button', name: 'Log in'});
    await plants.output.click({role: 'link', name: 'Plants'});
    await plants.output.click({role: 'link', name: 'Add plant'});
    await plants.output.type({role: 'textbox', name: 'Name'}, 'Monstera');
    await plants.output.click({role: 'button', name: 'Save'});
    await plants.output.shows('was added successfully');
  });

  step('leaves the first one as it was', async () => {
    await booking.output.shows('See you, Ada & Grace!');
    await booking.output.click({role: 'link', name: 'Book another one'});
    await booking.output.shows('Book a table');
  });
});

journey('a page of reference documentation', () => {
  step('runs an example', async () => {
    const tab = await openPage('/demo/api.html');
    const example = await Playground.on(tab, 'django-playground:nth-of-type(1)');
    await example.run();
    await example.output.shows('Page 2 of 6');
    await example.output.click({role: 'link', name: 'On'});
    await example.output.shows('K L M N O');
  });
});

/** Runs in the output: date fields take keys in an order that depends on the reader's language. */
function fillDate(date: string): void {
  document.querySelector<HTMLInputElement>('[name=day]')!.value = date;
}
