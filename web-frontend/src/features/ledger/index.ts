export { default as OpenDepartures } from './OpenDepartures.vue'
