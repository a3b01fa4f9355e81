/** The SDK, ready for the environment that the function runs in. Functions take it from here and nowhere else. */
import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

export { cloud }
