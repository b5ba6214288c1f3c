interface Picking {
  readonly pick: <T>(from: readonly T[]) => T
}

/** Names that go together in one heritage. Every name is an invented combination; none is a real or famous person. */
export interface Heritage {
  /** Ethnic origin codes (DfE main categories) that children of this heritage are recorded with. */
  readonly ethnicities: readonly string[]
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly women: readonly string[]
  readonly surnames: readonly string[]
  /** Where the heritage comes from most often in the authority's families: weight among the others. */
  readonly weight: number
}

const words = (line: string): readonly string[] => line.split(' ')

const heritages: readonly Heritage[] = [
  {
    ethnicities: ['WBRI'],
    girls: words('Maisie Poppy Esme Tia Layla Freya Amber Ellie Harriet Lottie Skye Jodie Bethan Imogen Tilly Rowan Summer Keira'),
    boys: words('Jaden Noah Callum Kian Tyler Connor Billy Leo Oscar Reece Alfie Finley Joel Rhys Toby Mason Corey Harvey Lewis'),
    women: words('Leanne Tracey Kim Gemma Donna Kirsty Stacey Hayley Carly Sonia Lorraine Becky'),
    surnames: words(
      'Wickham Ashgrove Falconer Marchbank Penhallow Garside Trevanion Whitlow Marwood Tarrant Lomax Hollins Rigby Thornley Brackwell Sedgley Winstone Harbottle Copperfold Dunstall Larkrise Millward Ottery Pendle Quarmby Rushforth Stannard Tunstall Vickery Yelland',
    ),
    weight: 30,
  },
  {
    ethnicities: ['WIRI', 'WIRT'],
    girls: words('Aoife Niamh Roisin Orla Caoimhe'),
    boys: words('Cillian Oisin Fionn Eoghan Declan'),
    women: words('Siobhan Grainne Bernadette Noreen'),
    surnames: words("Keane O'Hanrahan Brannigan McGarrity Donoghoe Tierney-Walsh O'Sheil"),
    weight: 4,
  },
  {
    ethnicities: ['WOTH'],
    girls: words('Lena Zofia Hanna Ioana Viktorija Maja'),
    boys: words('Mateusz Jakub Andrei Tomasz Luka Domantas'),
    women: words('Agnieszka Joanna Mihaela Renata'),
    surnames: words('Kowal Zielony Brzezik Lupescu Petkunas Wierzba Nowinski Stanciulet'),
    weight: 7,
  },
  {
    ethnicities: ['WROM'],
    girls: words('Kizzy Esmeralda Patrina'),
    boys: words('Levi Elijah Nelson'),
    women: words('Britannia Delilah'),
    surnames: words('Loveridge-Penfold Heronsgate Buckland-Rye'),
    weight: 2,
  },
  {
    ethnicities: ['BAFR'],
    girls: words('Ifeoma Grace Zuri Adaeze Wanjiru Abena Selam Ruvimbo'),
    boys: words('Kwabena Tobenna Dawit Yonas Abdi Tendai Kofi Lamin'),
    women: words('Ngozi Blessing Amara Faith Hodan'),
    surnames: words('Bright Oduya Tesfaye Berhane Warsan Okwuosa Chidarikire Nyarkoh Gathoni Jallowe'),
    weight: 9,
  },
  {
    ethnicities: ['BCRB', 'MWBC'],
    girls: words('Tanisha Renae Shanelle Jada Naomi'),
    boys: words('Jerome Malachi Tyrell Dante Isaiah'),
    women: words('Marcia Yvonne Charmaine Sharla'),
    surnames: words('Pryce Dunkerley Lindomar Gayle-Hart Samuda Bramwell-Cole'),
    weight: 6,
  },
  {
    ethnicities: ['MWBA', 'MWAS', 'MOTH', 'BOTH'],
    girls: words('Amina Talia Kaya Sienna Elsie'),
    boys: words('Isaac Zane Rafael Kai Jonah'),
    women: words('Michaela Dominique Saskia'),
    surnames: words('Dean-Okafo Hallbrook Farrant Meadowcroft Addae-Finch Sorrell'),
    weight: 7,
  },
  {
    ethnicities: ['APKN', 'AIND'],
    girls: words('Hana Zoya Aisha Anjali Simran Priya'),
    boys: words('Bilal Hamza Arjun Kabir Danyal Rohan'),
    women: words('Shabana Parveen Kulvinder Meena'),
    surnames: words('Qureshi-Dean Mahmoodi Bhattal Rajwani Sandhari Choudri Dhaliwar'),
    weight: 7,
  },
  {
    ethnicities: ['ABAN'],
    girls: words('Nusrat Tahmina Sumaiya'),
    boys: words('Rafiq Tanvir Shafin'),
    women: words('Rokeya Shirin'),
    surnames: words('Talukdari Mridha Sarkari Howladar'),
    weight: 4,
  },
  {
    ethnicities: ['AOTH', 'CHNE'],
    girls: words('Linh Mei Tsering Yuna'),
    boys: words('Minh Jun Karma Ravindu'),
    women: words('Thuy Xiulan'),
    surnames: words('Phanh Tranhoe Lingard-Wu Sherpan Perumali'),
    weight: 3,
  },
  {
    ethnicities: ['OOTH'],
    girls: words('Yasmin Shirin Rojin Noor'),
    boys: words('Samir Karwan Farhad Idris'),
    women: words('Leyla Nasrin Bahar'),
    surnames: words('Haddou Barzanji-Roe Khoshnam Elmasri Yildirak'),
    weight: 4,
  },
]

const tickets = heritages.flatMap((heritage) => Array.from({ length: heritage.weight }, () => heritage))

/** A heritage, as likely as its weight says. */
export const heritageBy = (chance: Picking): Heritage => chance.pick(tickets)

/** Every name of the pools, for the test that holds them against the list of real names. */
export const everyName = (): readonly string[] =>
  heritages.flatMap((heritage) => [...heritage.girls, ...heritage.boys, ...heritage.women, ...heritage.surnames])

/** An adult’s name: forename and surname of one heritage. */
export function adultName(chance: Picking): string {
  const heritage = heritageBy(chance)
  return `${chance.pick([...heritage.women, ...heritage.women, ...heritage.boys])} ${chance.pick(heritage.surnames)}`
}
