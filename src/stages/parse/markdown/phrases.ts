import type { EmbedKind } from './embeds.js';
import type { Settings } from './settings.js';

/** The few words that Dateline itself sets into a text. `site.yaml` says them otherwise: `texts: { body.watch: … }`. */
export type Phrase = EmbedKind | 'footnotes' | 'back' | 'data' | 'table' | 'picture';

const ORDER: readonly Phrase[] = [
  'watch',
  'listen',
  'post',
  'chart',
  'map',
  'footnotes',
  'back',
  'data',
  'table',
  'picture',
];

/** In the order above; `%` is a site's name. */
const PHRASES: { readonly [lang: string]: string } = {
  en: 'Watch on %|Listen on %|See the post on %|See the chart on %|See the map on %|Footnotes|Back to the text|Data|Table|Picture at %',
  sq: 'Shikoje në %|Dëgjoje në %|Shihe postimin në %|Shihe grafikun në %|Shihe hartën në %|Shënime|Kthehu te teksti|Të dhënat|Tabelë|Foto në %',
  de: 'Auf % ansehen|Auf % anhören|Beitrag auf % ansehen|Grafik auf % ansehen|Karte auf % ansehen|Fußnoten|Zurück zum Text|Daten|Tabelle|Bild auf %',
  fr: 'Voir sur %|Écouter sur %|Voir la publication sur %|Voir le graphique sur %|Voir la carte sur %|Notes|Retour au texte|Données|Tableau|Image sur %',
  es: 'Ver en %|Escuchar en %|Ver la publicación en %|Ver el gráfico en %|Ver el mapa en %|Notas|Volver al texto|Datos|Tabla|Imagen en %',
  it: 'Guarda su %|Ascolta su %|Vedi il post su %|Vedi il grafico su %|Vedi la mappa su %|Note|Torna al testo|Dati|Tabella|Immagine su %',
  pt: 'Ver em %|Ouvir em %|Ver a publicação em %|Ver o gráfico em %|Ver o mapa em %|Notas|Voltar ao texto|Dados|Tabela|Imagem em %',
  nl: 'Bekijk op %|Luister op %|Bekijk het bericht op %|Bekijk de grafiek op %|Bekijk de kaart op %|Voetnoten|Terug naar de tekst|Gegevens|Tabel|Afbeelding op %',
  sv: 'Se på %|Lyssna på %|Se inlägget på %|Se diagrammet på %|Se kartan på %|Fotnoter|Tillbaka till texten|Data|Tabell|Bild på %',
  da: 'Se på %|Lyt på %|Se opslaget på %|Se grafen på %|Se kortet på %|Fodnoter|Tilbage til teksten|Data|Tabel|Billede på %',
  no: 'Se på %|Lytt på %|Se innlegget på %|Se grafen på %|Se kartet på %|Fotnoter|Tilbake til teksten|Data|Tabell|Bilde på %',
  fi: 'Katso palvelussa %|Kuuntele palvelussa %|Katso julkaisu palvelussa %|Katso kaavio palvelussa %|Katso kartta palvelussa %|Alaviitteet|Takaisin tekstiin|Aineisto|Taulukko|Kuva palvelussa %',
  pl: 'Obejrzyj w serwisie %|Posłuchaj w serwisie %|Zobacz wpis w serwisie %|Zobacz wykres w serwisie %|Zobacz mapę w serwisie %|Przypisy|Wróć do tekstu|Dane|Tabela|Ilustracja w serwisie %',
  cs: 'Přehrát na %|Poslechnout na %|Zobrazit příspěvek na %|Zobrazit graf na %|Zobrazit mapu na %|Poznámky|Zpět do textu|Data|Tabulka|Obrázek na %',
  sk: 'Prehrať na %|Vypočuť na %|Zobraziť príspevok na %|Zobraziť graf na %|Zobraziť mapu na %|Poznámky|Späť do textu|Dáta|Tabuľka|Obrázok na %',
  hr: 'Gledaj na %|Slušaj na %|Pogledaj objavu na %|Pogledaj grafikon na %|Pogledaj kartu na %|Bilješke|Natrag na tekst|Podaci|Tablica|Slika na %',
  sr: 'Гледај на %|Слушај на %|Погледај објаву на %|Погледај графикон на %|Погледај мапу на %|Напомене|Назад на текст|Подаци|Табела|Слика на %',
  'sr-latn':
    'Gledaj na %|Slušaj na %|Pogledaj objavu na %|Pogledaj grafikon na %|Pogledaj mapu na %|Napomene|Nazad na tekst|Podaci|Tabela|Slika na %',
  mk: 'Гледај на %|Слушај на %|Види ја објавата на %|Види го графиконот на %|Види ја мапата на %|Белешки|Назад на текстот|Податоци|Табела|Слика на %',
  bg: 'Гледайте в %|Слушайте в %|Вижте публикацията в %|Вижте графиката в %|Вижте картата в %|Бележки|Обратно към текста|Данни|Таблица|Изображение в %',
  ro: 'Vezi pe %|Ascultă pe %|Vezi postarea pe %|Vezi graficul pe %|Vezi harta pe %|Note|Înapoi la text|Date|Tabel|Imagine pe %',
  hu: 'Megnézem itt: %|Meghallgatom itt: %|A bejegyzés itt: %|A grafikon itt: %|A térkép itt: %|Jegyzetek|Vissza a szöveghez|Adatok|Táblázat|Kép itt: %',
  el: 'Δείτε στο %|Ακούστε στο %|Δείτε την ανάρτηση στο %|Δείτε το γράφημα στο %|Δείτε τον χάρτη στο %|Σημειώσεις|Πίσω στο κείμενο|Δεδομένα|Πίνακας|Εικόνα στο %',
  ru: 'Смотреть на %|Слушать на %|Смотреть публикацию на %|Смотреть график на %|Смотреть карту на %|Примечания|Назад к тексту|Данные|Таблица|Изображение на %',
  uk: 'Дивитися на %|Слухати на %|Переглянути допис на %|Переглянути графік на %|Переглянути карту на %|Примітки|Назад до тексту|Дані|Таблиця|Зображення на %',
  tr: '% üzerinde izle|% üzerinde dinle|Gönderiyi % üzerinde gör|Grafiği % üzerinde gör|Haritayı % üzerinde gör|Notlar|Metne dön|Veriler|Tablo|% üzerindeki görsel',
  ar: 'شاهد على %|استمع على %|انظر المنشور على %|انظر الرسم البياني على %|انظر الخريطة على %|الحواشي|العودة إلى النص|البيانات|جدول|صورة على %',
  fa: 'تماشا در %|شنیدن در %|دیدن پست در %|دیدن نمودار در %|دیدن نقشه در %|پانوشت‌ها|بازگشت به متن|داده‌ها|جدول|تصویر در %',
  he: 'לצפייה ב-%|להאזנה ב-%|לפוסט ב-%|לתרשים ב-%|למפה ב-%|הערות|חזרה לטקסט|נתונים|טבלה|תמונה ב-%',
  zh: '在 % 上观看|在 % 上收听|在 % 上查看帖子|在 % 上查看图表|在 % 上查看地图|脚注|返回正文|数据|表格|% 上的图片',
  'zh-hant':
    '在 % 上觀看|在 % 上收聽|在 % 上查看貼文|在 % 上查看圖表|在 % 上查看地圖|註腳|返回正文|資料|表格|% 上的圖片',
  ja: '%で見る|%で聴く|%で投稿を見る|%でグラフを見る|%で地図を見る|脚注|本文に戻る|データ|表|%の画像',
  ko: '%에서 보기|%에서 듣기|%에서 게시물 보기|%에서 그래프 보기|%에서 지도 보기|각주|본문으로 돌아가기|데이터|표|%의 사진',
};

const ALIKE: { readonly [lang: string]: string } = {
  nb: 'no',
  nn: 'no',
  bs: 'hr',
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
};

/** A phrase in a language, English where there is none; as plain text. */
export function phrase(settings: Settings, lang: string, name: Phrase, site = ''): string {
  const tag = lang.toLowerCase().replace(/_/g, '-');
  const language = tag.split('-')[0] ?? '';
  const words =
    settings.texts[`body.${name}`] ??
    (PHRASES[tag] ?? PHRASES[ALIKE[tag] ?? ALIKE[language] ?? language] ?? PHRASES.en ?? '').split('|')[
      ORDER.indexOf(name)
    ] ??
    '';
  return words.replace('%', () => site);
}
