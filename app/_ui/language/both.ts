/** Both languages: for pages on the server, tests and tools. What a browser loads may not import it. */
import './believed-en';
import './believed-zh';
import './load-en';
import './load-zh';
import './lone-en';
import './lone-zh';
import './migration-en';
import './migration-zh';
import './packet-en';
import './packet-zh';
import './scale-en';
import './scale-zh';
import './swap-en';
import './swap-zh';
import './selector-en';
import './selector-zh';
