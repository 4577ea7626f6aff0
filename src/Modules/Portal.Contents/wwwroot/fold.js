// One form for what people mean by the same word: Ђорђе, Đorđe, Djordje and Dorde.
const LATIN = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'd', е: 'e', ж: 'z', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's', đ: 'd',
};

export const fold = (text) => text.toLowerCase().replace(/[\u0400-\u045fđ]/g, (letter) => LATIN[letter] ?? letter).normalize('NFD').replace(/\p{M}/gu, '').replace(/dj/g, 'd');
