'use strict';
// The page is whole without this: it is the search, and what follows a link into a fold in browsers that do not.

const words = document.getElementById('words');
const found = document.querySelector('#search output');
const folds = [...document.querySelectorAll('details')];
const items = [...document.querySelectorAll('.artifact')].map(artifact => artifact.closest('li'));
const lines = items.map(item => (item.querySelector('summary') ?? item).textContent.toLowerCase());
let openBefore = null;

function unfold(element) {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
}

function search() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(word => word);
  const searching = wanted.length > 0;
  openBefore ??= folds.map(fold => fold.open);
  folds.forEach((fold, i) => { fold.open = !searching && openBefore[i]; });
  if (!searching) openBefore = null;
  document.body.classList.toggle('searching', searching);
  document.querySelectorAll('.match, .found').forEach(element => element.classList.remove('match', 'found'));
  const matches = searching ? items.filter((item, i) => wanted.every(word => lines[i].includes(word))) : [];
  for (const item of matches) {
    item.classList.add('match');
    for (let above = item; above; above = above.parentElement) above.classList.add('found');
    unfold(item.parentElement);
  }
  found.textContent = searching ? `${matches.length} of ${items.length}` : '';
}

words.addEventListener('input', search);
document.addEventListener('click', event => {
  const link = event.target.closest('a');
  if (!link) return;
  words.value = '';
  search();
  unfold(document.getElementById(link.getAttribute('href').slice(1)));
});
document.getElementById('search').hidden = false;
