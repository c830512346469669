// What a person could not see or read of the page as it is shown now, a line each.
(() => {
  const found = [];
  const visible = [...document.body.querySelectorAll('*')].filter(element => element.checkVisibility());
  const name = element => element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30);

  // On a phone, the window would be as wide as what does not fit.
  const width = document.documentElement.clientWidth;
  for (const element of visible) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.left < 0 || box.right > width)) found.push(`outside of the screen: ${name(element)}`);
    if (element.matches('summary, input') && box.height < 24) found.push(`too small for a finger: ${name(element)}`);
  }

  const channels = color => color.match(/[\d.]+/g).map(Number);
  const luminance = color => channels(color).slice(0, 3)
      .map(value => value / 255)
      .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
      .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const background = element => {
    const color = getComputedStyle(element).backgroundColor;
    return channels(color)[3] === 0 && element.parentElement ? background(element.parentElement) : color;
  };
  for (const element of visible) {
    if ([...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) {
      const [darker, lighter] =
          [luminance(getComputedStyle(element).color), luminance(background(element))].sort((a, b) => a - b);
      // What WCAG asks of text, at level AA.
      if ((lighter + 0.05) / (darker + 0.05) < 4.5) found.push(`too little contrast: ${name(element)}`);
    }
  }
  return found.join('\n');
})()
