// As a page does that allows no script of its own to stand in it.
const {configure} = await import('/dist/django-playground.js');
configure({frameFile: true});
