// The poster: the article as a picture, 1080 px wide, set like the paper itself: rules and a folio, no boxes.

feature("poster", () => {
  const button = document.querySelector('button[data-offer~="poster"]');
  const panel = button && document.getElementById(button.getAttribute("aria-controls"));
  if (!panel || !HTMLCanvasElement.prototype.toBlob) return;

  const width = 1080;
  const heightMax = 4000;
  const margin = 84;
  const measure = width - 2 * margin;
  const summaryLinesMax = 12;
  const words = panel.dataset;

  const rootStyle = getComputedStyle(document.documentElement);
  const token = (name, otherwise) => rootStyle.getPropertyValue(name).trim() || otherwise;
  // A poster leaves the site: it has the light palette whatever the reader's, and a QR code wants a light ground.
  const paper = "#fbfcfb";
  const ink = "#14191b";
  const ink2 = "#3f494d";
  const ink3 = "#566166";
  const hairline = "#cdd4d5";
  const accent = token("--accent-paper", token("--accent", "#00566a"));
  /** Faces by the letters of the text itself: a Chinese face sets the “ ” — of a Latin text twice as wide. */
  const isWide = (text) => /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]/.test(text || "");
  const serif = (text) => (isWide(text) ? token("--serif", "serif") : token("--latin", "serif"));
  const sans = (text) => (isWide(text) ? token("--sans", "sans-serif") : "sans-serif");
  const folioFace = token("--serif", "serif");

  const picture = (address) => new Promise((done) => {
    if (!address) {
      done(null);
      return;
    }
    const image = new Image();
    image.onload = () => done(image.naturalWidth && image.naturalHeight ? image : null);
    image.onerror = () => done(null);
    image.src = address;
  });

  /** A sheet takes marks from the top down, and is drawn once its height is known. */
  const newSheet = () => {
    const context = document.createElement("canvas").getContext("2d");
    const marks = [];
    const sheet = { context, y: 0 };

    sheet.skip = (height) => { sheet.y += height; };
    sheet.font = (weight, size, face) => { context.font = `${weight} ${size}px ${face}`; };
    sheet.mark = (draw) => {
      const { font } = context;
      const { y } = sheet;
      marks.push((to) => {
        to.font = font;
        draw(to, y);
      });
    };
    sheet.rule = (height, colour, x = margin, length = measure) => {
      sheet.mark((to, y) => {
        to.fillStyle = colour;
        to.fillRect(x, y, length, height);
      });
      sheet.skip(height);
    };
    /** One line at the present baseline; `share` is the white given to each joint of a justified line. */
    sheet.line = ({ atoms }, colour, x = margin, share = 0) => {
      sheet.mark((to, y) => {
        to.fillStyle = colour;
        let at = x - bearing(to, atoms[0].text);
        atoms.forEach((atom, index) => {
          at += index ? atom.gap : 0;
          const parts = share ? Array.from(atom.text) : [atom.text];
          const isWord = /^[\x20-\u024f]+$/.test(atom.text);
          for (const part of isWord ? [atom.text] : parts) {
            to.fillText(part, at, y);
            at += to.measureText(part).width + share;
          }
        });
      });
    };
    sheet.render = () => {
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = Math.min(heightMax, Math.ceil(sheet.y));
      const to = canvas.getContext("2d");
      to.fillStyle = paper;
      to.fillRect(0, 0, canvas.width, canvas.height);
      to.textBaseline = "alphabetic";
      marks.forEach((draw) => draw(to));
      return canvas;
    };
    return sheet;
  };

  /** The white before an opening mark: it is trimmed, so that a line begins at the edge. */
  const bearing = (context, text) => {
    const first = Array.from(text)[0];
    if (!first || !/[“‘《〈「『（【]/.test(first)) return 0;
    const left = context.measureText(first).actualBoundingBoxLeft;
    return Number.isFinite(left) ? Math.max(0, -left) : 0;
  };

  const paragraph = (sheet, lines, size, leading, colour, isJustified) => {
    lines.forEach((line, index) => {
      sheet.skip(index ? size * leading : size);
      sheet.line(line, colour, margin, isJustified && index < lines.length - 1 ? shareOf(sheet.context, line) : 0);
    });
    sheet.skip(size * (leading - 1) / 2);
  };
  const shareOf = (context, line) => {
    const text = line.atoms.map((atom) => atom.text).join("");
    const hang = /[、。，．：；？！）」』】》〉”’]$/.test(text) ? context.measureText("。").width / 2 : 0;
    const joints = line.atoms.reduce((sum, atom) => (
      sum + (/^[\x20-\u024f]+$/.test(atom.text) ? 1 : Array.from(atom.text).length)), 0) - 1;
    const white = measure - line.width + hang;
    return joints > 0 && white > 0 && white < measure / 5 ? white / joints : 0;
  };

  const masthead = (sheet, logo) => {
    sheet.skip(margin * 0.9);
    if (logo) {
      const scale = Math.min(measure / logo.naturalWidth, 200 / logo.naturalHeight);
      const [wide, high] = [logo.naturalWidth * scale, logo.naturalHeight * scale];
      sheet.mark((to, y) => to.drawImage(logo, margin, y, wide, high));
      sheet.skip(high + 28);
    } else {
      sheet.font(900, 100, serif(words.name));
      const size = Math.min(190, 100 * measure / sheet.context.measureText(words.name).width);
      sheet.font(900, size, serif(words.name));
      const { width: wide } = sheet.context.measureText(words.name);
      sheet.skip(size * 0.88);
      // A short name is spread to the measure, as a printed one is.
      const letters = Array.from(words.name);
      const share = wide > measure * 0.6 && letters.length > 1 ? (measure - wide) / (letters.length - 1) : 0;
      sheet.line({ atoms: [{ text: words.name, gap: 0 }] }, ink, margin, share > 1 ? share : 0);
      sheet.skip(size * 0.12 + 26);
    }
    sheet.rule(8, ink); // 文武线
    sheet.skip(5);
    sheet.rule(3, ink);
    sheet.font(400, 32, sans(words.date));
    sheet.skip(54);
    factsLine(sheet, words.date || "", words.facts || "");
    sheet.skip(48);
    sheet.rule(5, ink); // 反线
  };

  /** The date at the left and the numbers at the right, or below it where both are long. */
  const factsLine = (sheet, date, facts) => {
    const across = (text) => sheet.context.measureText(text).width;
    const fits = across(date) + across(facts) + 40 <= measure;
    sheet.line({ atoms: [{ text: date, gap: 0 }] }, ink2);
    if (!fits) sheet.skip(46);
    sheet.line({ atoms: [{ text: facts, gap: 0 }] }, ink2, fits ? width - margin - across(facts) : margin);
  };

  const folio = (sheet) => {
    if (!words.folio) return;
    sheet.font(700, 168, folioFace);
    const across = sheet.context.measureText(words.folio).width;
    sheet.skip(176);
    sheet.line({ atoms: [{ text: words.folio, gap: 0 }] }, accent, margin - 6);
    if (words.page) {
      sheet.font(700, 44, sans(words.page));
      sheet.mark((to, y) => {
        to.fillStyle = ink;
        let x = margin + across + 26;
        for (const letter of Array.from(words.page)) {
          to.fillText(letter, x, y);
          x += to.measureText(letter).width + 44 * 0.14;
        }
      });
    }
    sheet.skip(26);
  };

  const story = (sheet) => {
    sheet.skip(52);
    if (words.kicker) {
      sheet.font(500, 42, sans(words.kicker));
      paragraph(sheet, balanceLines(sheet.context, words.kicker, measure), 42, 1.5, accent);
      sheet.skip(16);
    }
    headline(sheet, (words.headline || "").split("\n").filter(Boolean));
    if (words.subhead) {
      sheet.skip(30);
      sheet.font(400, 46, serif(words.subhead));
      paragraph(sheet, balanceLines(sheet.context, words.subhead, measure), 46, 1.5, ink2);
    }
    if (words.summary) {
      sheet.skip(50);
      const isHan = isWide(words.summary);
      sheet.font(400, 44, isHan ? sans(words.summary) : serif(words.summary));
      const lines = breakLines(sheet.context, words.summary, measure).slice(0, summaryLinesMax);
      paragraph(sheet, lines, 44, isHan ? 1.8 : 1.55, ink, isHan);
    }
    if (words.byline) {
      sheet.skip(22);
      sheet.font(400, 36, sans(words.byline));
      paragraph(sheet, breakLines(sheet.context, words.byline, measure), 36, 1.5, ink3);
    }
  };

  /** Lines that the editor set are held at any size; a long one is broken anew, in lines of one length. */
  const headline = (sheet, set) => {
    sheet.font(700, 100, serif(words.headline));
    const longest = Math.max(1, ...set.map((line) => sheet.context.measureText(line).width));
    const held = Math.min(118, 100 * measure / longest);
    const size = held >= 62 ? held : 78;
    sheet.font(700, size, serif(words.headline));
    const lines = [].concat(...set.map((line) => balanceLines(sheet.context, line, measure + 1)));
    paragraph(sheet, lines, size, 1.26, ink);
  };

  const colophon = (sheet, code) => {
    sheet.skip(76);
    sheet.rule(2, hairline);
    sheet.skip(44);
    const side = code ? 236 : 0;
    if (code) {
      sheet.mark((to, y) => {
        to.imageSmoothingEnabled = false;
        to.drawImage(code, width - margin - side, y, side, side);
      });
    }
    const top = sheet.y;
    sheet.font(700, 100, serif(words.name));
    const room = measure - side - (code ? 48 : 0);
    sheet.font(700, Math.min(44, 100 * room / sheet.context.measureText(words.name).width), serif(words.name));
    sheet.skip(code ? 96 : 44);
    sheet.line({ atoms: [{ text: words.name, gap: 0 }] }, ink);
    sheet.font(400, 34, sans(words.scan));
    for (const text of [code ? words.scan : "", words.address].filter(Boolean)) {
      sheet.skip(58);
      sheet.line({ atoms: [{ text, gap: 0 }] }, text === words.address ? ink3 : ink2);
    }
    sheet.y = Math.max(sheet.y, top + side) + margin * 0.8;
    sheet.rule(8, ink, 0, width);
  };

  const draw = async () => {
    const onPage = document.querySelector("img.qr");
    const [logo, code] = await Promise.all([picture(words.logo), picture(words.qr || (onPage && onPage.src))]);
    const sheet = newSheet();
    masthead(sheet, logo);
    folio(sheet);
    story(sheet);
    colophon(sheet, code);
    return sheet.render();
  };

  // A data: address, since long press in WeChat saves no blob:; the link takes the blob, which needs no copy.
  const show = async (canvas) => {
    const image = new Image();
    image.alt = words.alt || words.name || "";
    image.width = canvas.width;
    image.height = canvas.height;
    image.src = canvas.toDataURL("image/png");
    panel.insertBefore(image, panel.firstChild);
    const link = panel.querySelector("a[data-save]");
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (link && blob) link.href = URL.createObjectURL(blob);
  };

  let isDrawn = false;
  let isBusy = false;
  const toggle = async () => {
    if (isBusy) return;
    const isOpen = button.getAttribute("aria-expanded") === "true";
    if (!isOpen && !isDrawn) {
      isBusy = true;
      const timer = setTimeout(() => tell(button.dataset.waiting), 300);
      try {
        await show(await draw());
        isDrawn = true;
        tell(button.dataset.done);
      } catch (fault) {
        tell(button.dataset.failed);
        return;
      } finally {
        clearTimeout(timer);
        isBusy = false;
      }
    }
    panel.hidden = isOpen;
    button.setAttribute("aria-expanded", String(!isOpen));
  };
  button.addEventListener("click", toggle);
  offer("poster");
});
