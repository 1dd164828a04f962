import 'server-only';

/**
 * 1,024 words of everyday things, ten bits each: short, told apart by ear and eye as well as may be, known to somebody who learns English, fit
 * for a classroom. Never changed: words are kept as hashes, and a word that is gone would let nobody in any more.
 */
export const recoveryWords: readonly string[] = `
abacus acorn acrobat actor airplane airport alarm album alley almond alphabet alpine amber anchor ankle
antelope anthem antler apple apricot apron aquarium arch arena armchair arrow artist aspen atlas attic
author autumn avenue axis axle backpack badger bagel bakery balcony ballet balloon bamboo banana banjo
banner barley barn barrel basil basket bathtub beach beacon beagle beaker bean bear beaver bedroom beetle
bell bench berry bicycle birch biscuit bison blanket blossom blue boat bonfire bonnet book boot border
bottle boulder bowl bracelet branch brass bread breeze brick bridge broccoli bronze brook broom brush bubble
bucket buffalo bugle builder bunny burrow bus butterfly button cabbage cabinet cable cactus cafe cake
calendar camel camera campfire canal canary candle candy canoe canvas canyon captain caramel caravan card
cargo carpet carrot cartoon cashew castle cattle cave cedar celery cello cement ceramic cereal chain chair
chalk champion chapel chapter charcoal chart cheddar cheese cheetah cherry chess chestnut chicken chimney
chocolate choir chorus cider cinema cinnamon circle circus citrus city clam clarinet clay cliff clinic clock
closet cloud clover coach coast cobalt cobweb cocoa coconut coffee coin collage collar comet comic compass
concert condor cookie copper coral corner corridor cosmos cottage cotton couch cousin cowboy coyote crab
cradle crane crater crayon cream creek crest cricket crocodile crown crystal cube cucumber cupboard curry
curtain cushion cymbal daffodil dahlia dairy daisy dance dawn daylight deck deer delta denim dentist desert
desk dial diamond diary dice dinner dinosaur disk diver doctor dolphin domino donkey door dough dove dragon
drawer dress drum duck dune dusk dust duvet dynamo eagle earring earth easel echo eclipse eel egg elbow
elephant elevator elk embassy ember emerald emu engine envelope equator eraser espresso evening fable fabric
factory falafel falcon family farmer feather fence fennel fern ferry festival fiddle field fig film finch
finger firefly fish fjord flag flamingo flannel flask flint flipper flood floor flower flute foam fog folder
forest forge fork fossil fountain fox frame freezer friend frog frost fruit fudge funnel furnace galaxy
gallery gallop garage garden garland garlic garnet gate gazelle gecko ginger giraffe glacier glass globe
glove glue goat gold golf gondola goose gopher granite grape graph grass gravel gravy green grill grocery
grotto grove guava guest guitar gym hail hallway hamlet hammer hammock hamster handle harbor harness harp
harvest hat hawk hazel heater heather hedgehog helmet hen herb heron hexagon hickory highway hill hinge
hippo hive hockey holiday honey hoop horizon horn horse hotel hour house hummus hut hyena iceberg icicle
icing igloo iguana indigo ink insect invite iris iron island ivory ivy jackal jacket jade jaguar jam january
jar jasmine jasper jazz jeans jelly jewel jigsaw jogger judge juggler juice july jumper june jungle juniper
jupiter kangaroo kayak kelp kennel kernel ketchup kettle keyboard kilogram kingdom kitchen kite kitten kiwi
knee knight knot koala label lace ladder ladle lagoon lake lamb lamp language lantern larch lark lattice
laundry lava lavender lawn leaf leather lecture lemon lemur lens lentil leopard letter lettuce library
lichen lighter lily lime linen lion lizard llama lobby lobster locker lodge lotus lumber lunch lynx macaroni
machine magma magnet magpie mailbox mammoth mandarin mango mantle maple marble march margin marker market
marmot marsh mask meadow medal meerkat melody melon mercury mermaid meteor metro midnight milk mill mineral
mint minute mirror mist mitten model mole monday month monument moon moose morning mosaic moss moth motor
mountain mouse mouth muffin mug mulberry museum mushroom music mussel mustard napkin navy necklace nectar
needle neptune nest nettle network newt nickel night noodle noon north notebook nougat november nugget nurse
nutmeg oak oasis oatmeal oboe ocean octagon october octopus office olive omelet onion onyx opal opera orange
orbit orchard orchid oregano organ origami ostrich otter oven owl oxygen oyster paddle page pagoda paint
palace palm pancake panda panel panther papaya paper paprika parade parka parrot parsley party pasta pastry
patch path patio peach peacock peak peanut pearl pebble pecan pedal pelican pencil penguin pepper petal
piano pickle picnic picture pier pigeon pigment pillar pillow pilot pineapple pink pipe pirate pizza planet
plank plant plastic plate platform plaza plum pocket poem poet polar polish pollen polygon pond pony poplar
poppy porch porridge port postcard poster potato pottery powder prairie present printer prism puddle puffin
pulley puma pumpkin puppet puppy purple puzzle pyramid quail quarry quarter quartz queen quill quilt quince
rabbit raccoon radar radio radish radius raft rail rainbow raisin ranch raspberry raven ravine recipe record
red reed reef reptile rescue ribbon rice ring river road robin robot rocket roof room rooster root rope rose
rowboat ruby rudder rug ruler runner rye saddle saffron sailor salad salmon salt sandal sandwich sapphire
sardine satellite saturn sauce sauna sausage scarf school science scooter seal season seaweed seed seesaw
senate september sequoia sesame shadow shale shamrock shark sheep shelf shell shelter sheriff ship shirt
shoe shore shovel shower shrimp sidewalk silk silver singer siren sister skate sketch skirt sky slate sled
sleeve slipper smoke snail snow soap soccer sock sofa soil soldier song soup south soybean space sparkle
sparrow spatula spice spider spinach spiral sponge spoon spring sprout spruce square squash squid squirrel
stable stadium stage stair stamp star station statue steam steel stem stencil stereo stone storm story stove
stream street string submarine sugar suit summer sunday sunset surfer swallow swamp swan sweater swing sword
symbol syrup tablet tadpole tailor tangent tango tank teacher teak team teapot temple tennis tent terrace
theater thicket thimble thistle thread throne thumb thunder ticket tiger tile timber toast toffee tomato
tongs tool topaz torch tornado tortoise toucan towel tower town toy tractor trail train tray treasure tree
triangle trombone trophy trout truck trumpet trunk tuba tugboat tulip tuna tundra tunnel turban turkey
turnip turret turtle tuxedo twilight typhoon ukulele umbrella uncle unicorn uniform uranus valley vanilla
vase vault vector velvet venus verse vertex vest viking village vinegar violet violin visitor volcano voyage
vulture waffle wagon waiter wallet walnut walrus waltz wardrobe wasp watch water wave weasel weather wedge
whale wheat wheel whisker whistle white willow window wing winter wizard wolf wombat wood wool workshop
wreath wrist writer yacht yard yarn yeast yellow yogurt yolk zebra zero zigzag zinc zipper zodiac zone
zucchini
`
  .trim()
  .split(/\s+/);
